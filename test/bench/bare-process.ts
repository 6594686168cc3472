// What the driver itself leaves possible: the echo dialogue by a bare server that checks nothing, keeps nothing on disk and answers at once.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import type { EngineMessage } from './engine-processes.ts';

interface Webhook {
  entry: { changes: { value: { messages?: { from: string; text: { body: string } }[] } }[] }[];
}

const graph = new URL(process.env['WHATSAPP_API_URL']!);
const pool = new Pool(graph.origin, { connections: 256 });
const heard = new Map<string, string[]>();

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
    response.end('ok');
    const { entry } = JSON.parse(Buffer.concat(parts).toString()) as Webhook;
    for (const { from, text } of entry[0]!.changes[0]!.value.messages ?? []) setImmediate(() => echo(from, text.body));
  });
});

function echo(from: string, text: string): void {
  const words = [...heard.get(from) ?? [], text];
  heard.set(from, words);
  const body = JSON.stringify({ to: from, text: { body: `r${words.length}|${words.join(',')}` } });
  void pool.request({ path: `${graph.pathname}/1111/messages`, method: 'POST', headers: { 'content-type': 'application/json' }, body }).then((response) => response.body.dump());
}

const stop = () => process.exit(0);
for (const reason of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(reason, stop);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port } satisfies EngineMessage));
