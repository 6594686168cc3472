// A TCP proxy before PostgreSQL or Redis that a test can cut, freeze and mend.
import net from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Proxy {
  /** The URL with this proxy's port. */
  url: string;
  /** Breaks every connection; new ones are refused until `mend`. */
  cut(): Promise<void>;
  /** Keeps connections open and lets nothing through until `mend`. */
  freeze(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Listens on a free port and passes on to the host and port of `url`. */
export async function startProxy(url: string): Promise<Proxy> {
  const target = new URL(url);
  const pairs = new Set<[net.Socket, net.Socket]>();
  let frozen = false;
  let port = 0;
  let server: net.Server | null = null;

  const listen = () => new Promise<void>((resolve, reject) => {
    server = net.createServer((near) => {
      const far = net.connect(Number(target.port), target.hostname);
      const pair: [net.Socket, net.Socket] = [near, far];
      pairs.add(pair);
      for (const [one, other] of [[near, far], [far, near]] as const) {
        one.on('error', () => {});
        one.on('close', () => {
          other.destroy();
          pairs.delete(pair);
        });
        one.pipe(other);
      }
      if (frozen) for (const socket of pair) socket.unpipe().pause();
    });
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      port = (server!.address() as AddressInfo).port;
      resolve();
    });
  });
  await listen();
  const through = new URL(url);
  through.port = String(port);
  const cut = async () => {
    const closing = server;
    server = null;
    if (closing) closing.close();
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    if (closing?.listening) await new Promise((resolve) => closing.once('close', resolve));
  };
  return {
    url: through.href,
    cut,
    freeze() {
      frozen = true;
      for (const pair of pairs) for (const socket of pair) socket.unpipe().pause();
    },
    async mend() {
      if (frozen) {
        for (const [near, far] of pairs) {
          near.pipe(far);
          far.pipe(near);
        }
      }
      frozen = false;
      if (!server) await listen();
    },
    close: cut,
  };
}
