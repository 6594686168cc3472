// Loaded before a program that launch.cjs starts: ends it in good order when the launcher dies without a word.
'use strict';
const launcher = new (require('net').Socket)({ fd: 3 });
launcher.on('close', () => process.kill(process.pid, 'SIGTERM'));
launcher.on('error', () => {});
launcher.resume();
launcher.unref();
