// A loopback port that stays the same from one start to the next, as long as nobody else takes it.
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import { readIfThere } from './folder.ts';

/** The port remembered in `file` when it is free now, else a new one, which is then remembered. */
export async function freePort(file: string): Promise<number> {
  const known = Number(readIfThere(file) ?? 0);
  const port = (known > 0 && (await listenOnce(known))) || (await listenOnce(0));
  if (port === undefined) throw new Error('No free port on 127.0.0.1.');
  if (port !== known) writeFileSync(file, String(port));
  return port;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
