// A Graph API that takes every message, and tells at once who got what.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Option } from './webhook.ts';

/** What reached a learner. `at` is ms on `performance.now()`'s clock. */
export interface Reply {
  text: string;
  options: readonly Option[];
  at: number;
}

export interface StubGraph {
  apiUrl: string;
  /** Told of every message, after it was answered. */
  onSend: (phone: string, reply: Reply, providerId: string, tag: string | null) => void;
  close(): Promise<void>;
}

interface Body {
  to?: string;
  text?: { body: string };
  interactive?: { body: { text: string }; action: { buttons?: { reply: Option }[]; sections?: { rows: Option[] }[] } };
  biz_opaque_callback_data?: string;
}

/** Listens on a free port. */
export async function openStubGraph(): Promise<StubGraph> {
  let sent = 0;
  const server = createServer((request, response) => {
    let json = '';
    request.setEncoding('utf8').on('data', (part: string) => { json += part; }).on('end', () => {
      const providerId = `wamid.out.${++sent}`;
      const answer = `{"messaging_product":"whatsapp","messages":[{"id":"${providerId}"}]}`;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
      const body = JSON.parse(json) as Body;
      // A typing indicator goes to nobody.
      if (body.to === undefined) return;
      const { action } = body.interactive ?? {};
      const options = action?.buttons?.map(({ reply }) => reply) ?? action?.sections?.flatMap(({ rows }) => rows) ?? [];
      stub.onSend(body.to, { text: body.text?.body ?? body.interactive?.body.text ?? '', options, at: performance.now() }, providerId, body.biz_opaque_callback_data ?? null);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: StubGraph = {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v25.0`,
    onSend: () => {},
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
  return stub;
}
