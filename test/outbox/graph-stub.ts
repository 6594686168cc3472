// Stands for WhatsApp: takes sends, does with each what the test says, and tells their status by signed webhooks until it hears 200.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { signBody } from '../../src/channels/whatsapp/signature.ts';

export interface Sent {
  /** The phone number's digits, or the business-scoped id. */
  to: string;
  text: string;
  tag: string;
  wamid: string;
}

/** `lost`: accepted, but the connection breaks before the answer. `typing` and read receipts are always accepted. */
export type Fate = 'accepted' | 'lost' | { status: number; code: number; message?: string; headers?: Record<string, string> };

export interface GraphStub {
  /** With the version, as WHATSAPP_API_URL. */
  url: string;
  /** All sends that arrived, refused ones too. */
  asked: Sent[];
  /** What WhatsApp took, in order. */
  accepted: Sent[];
  typing: string[];
  /** Decides about the n-th send (from 1) to this learner of this text; may wait. */
  fate(sent: Sent, nth: number): Fate | Promise<Fate>;
  /** Where statuses go; none are sent while it is empty. */
  webhooks: string[];
  textsTo(to: string): string[];
  close(): Promise<void>;
}

/** Signs with `secret`, for the number `numberId`. Listens on a free port. */
export async function startGraphStub(secret: string, numberId: string): Promise<GraphStub> {
  const tries = new Map<string, number>();
  let serial = 0;
  let open = true;
  const server = http.createServer(async (request, response) => {
    let raw = '';
    for await (const part of request.setEncoding('utf8')) raw += part;
    const body = JSON.parse(raw) as { to?: string; recipient?: string; text?: { body: string }; interactive?: { body: { text: string } }; biz_opaque_callback_data?: string; message_id?: string; status?: string };
    if (body.status === 'read') {
      stub.typing.push(body.message_id!);
      return void response.end('{"success":true}');
    }
    const sent: Sent = { to: body.to ?? body.recipient ?? '', text: body.text?.body ?? body.interactive?.body.text ?? '', tag: body.biz_opaque_callback_data ?? '', wamid: `wamid.out.${++serial}` };
    const name = `${sent.to} ${sent.text}`;
    tries.set(name, (tries.get(name) ?? 0) + 1);
    stub.asked.push(sent);
    const fate = await stub.fate(sent, tries.get(name)!);
    if (typeof fate === 'object') {
      response.writeHead(fate.status, { 'content-type': 'application/json', ...fate.headers });
      return void response.end(JSON.stringify({ error: { code: fate.code, message: fate.message ?? 'refused by the test' } }));
    }
    stub.accepted.push(sent);
    if (stub.webhooks.length > 0) void tell(sent);
    if (fate === 'lost') return void request.socket.destroy();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ messaging_product: 'whatsapp', contacts: [{ input: sent.to, wa_id: sent.to }], messages: [{ id: sent.wamid }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: GraphStub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v25.0`,
    asked: [], accepted: [], typing: [], webhooks: [],
    fate: () => 'accepted',
    textsTo: (to) => stub.accepted.filter((sent) => sent.to === to).map(({ text }) => text),
    close: () => {
      open = false;
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
  return stub;

  // As Meta does: again and again until somebody says 200.
  async function tell({ to, wamid, tag }: Sent): Promise<void> {
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'messages', value: { metadata: { phone_number_id: numberId }, statuses: [{ id: wamid, status: 'sent', timestamp: '1795340000', recipient_id: to, biz_opaque_callback_data: tag }] } }] }],
    });
    for (let i = 0; open; i++) {
      const url = stub.webhooks[i % stub.webhooks.length];
      if (!url) return;
      const answer = await fetch(url, { method: 'POST', body, headers: { 'x-hub-signature-256': signBody(body, secret) } }).catch(() => null);
      await answer?.arrayBuffer().catch(() => null);
      if (answer?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
