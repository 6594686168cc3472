// A Graph API on loopback that checks every request by the simulator's rules and Meta's schema, and keeps what was sent.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadSchemaCheck } from '../../src/simulator/send-schema.ts';
import { parseSend, type OutgoingMessage } from '../../src/simulator/send-message.ts';

/** One thing that reached a learner's phone. */
export interface Bubble {
  text: string;
  options: readonly { id: string; title: string; description?: string }[];
  /** Its options are rows of a list and not buttons. */
  listed: boolean;
  template: string | null;
}

export interface CheckedGraph {
  /** With the version, as WHATSAPP_API_URL. */
  apiUrl: string;
  /** Told of every message, before it is answered. */
  onBubble(phone: string, bubble: Bubble): void;
  /** Resolves with true at the next message, or with false after so many ms without one. */
  nextBubble(ms: number): Promise<boolean>;
  /** What Meta would have refused, in words. */
  refused: string[];
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function openCheckedGraph(): Promise<CheckedGraph> {
  const check = await loadSchemaCheck();
  let sent = 0;
  let rang: (() => void) | null = null;
  const server = createServer((request, response) => {
    let json = '';
    request.setEncoding('utf8').on('data', (part: string) => { json += part; }).on('end', () => {
      const answer = (status: number, body: object) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      const body: unknown = JSON.parse(json);
      const parsed = parseSend(body);
      const fault = parsed.kind === 'refused' ? (parsed.fault.details ?? `code ${parsed.fault.code}`) : parsed.kind === 'message' ? check?.(body) : undefined;
      if (fault !== undefined) {
        graph.refused.push(`${fault}: ${json.slice(0, 300)}`);
        return void answer(400, { error: { code: 131009, message: fault } });
      }
      if (parsed.kind !== 'message') return void answer(200, { success: true });
      graph.onBubble((parsed.message.to ?? '').replace(/\D/gu, ''), bubbleOf(parsed.message));
      rang?.();
      answer(200, { messaging_product: 'whatsapp', messages: [{ id: `wamid.out.${(sent += 1)}` }] });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const graph: CheckedGraph = {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v25.0`,
    onBubble: () => {},
    nextBubble: (ms) => new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms);
      rang = () => {
        clearTimeout(timer);
        resolve(true);
      };
    }),
    refused: [],
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
  return graph;
}

function bubbleOf(message: OutgoingMessage): Bubble {
  const plain = { options: [], listed: false, template: null };
  if (message.type === 'text') return { ...plain, text: message.text.body };
  if (message.type === 'template') return { ...plain, text: '', template: message.template.name };
  if (message.type !== 'interactive') return { ...plain, text: `(${message.type})` };
  const { interactive } = message;
  const text = interactive.body.text;
  if (interactive.type === 'button') return { ...plain, text, options: interactive.action.buttons.map(({ reply }) => reply) };
  if (interactive.type === 'list') {
    const rows = interactive.action.sections.flatMap((section) => section.rows);
    return { ...plain, text, listed: true, options: rows.map(({ id, title, description }) => ({ id, title, ...(description !== undefined && { description }) })) };
  }
  return { ...plain, text };
}
