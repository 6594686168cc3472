// A loopback server that stands for the Graph API: it records each request and answers as the test says.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export type Seen = { method: string; path: string; headers: http.IncomingHttpHeaders; body: any; socket: http.IncomingMessage['socket'] };
export type Answer = (request: Seen, response: http.ServerResponse) => void;

export type GraphServer = { url: string; seen: Seen[]; answer: Answer; close(): Promise<void> };

export const accept: Answer = (_request, response) => json(response, 200, { messaging_product: 'whatsapp', contacts: [{ input: '+1', wa_id: '1' }], messages: [{ id: 'wamid.out', message_status: 'accepted' }] });

export function json(response: http.ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** A server on a free port of 127.0.0.1; `answer` may be replaced between requests. */
export async function startGraphServer(): Promise<GraphServer> {
  const seen: Seen[] = [];
  const server = http.createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('end', () => {
      const one = { method: request.method!, path: request.url!, headers: request.headers, body: JSON.parse(text), socket: request.socket };
      seen.push(one);
      graph.answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const graph: GraphServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, answer: accept,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
  return graph;
}
