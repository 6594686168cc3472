// Serves a simulator on a port of its own, for tests and benches.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { SimulatorOptions } from './settings.ts';
import { createSimulator, type Simulator } from './simulator.ts';

export type ServedSimulator = Simulator & {
  port: number;
  /** Where the phone page is. */
  pageUrl: string;
  /** Base of the Graph API with its version, as WHATSAPP_API_URL wants it. */
  graphUrl: string;
};

/** Listens on 127.0.0.1; port 0 takes a free one. `stop` also closes the server and its connections. */
export async function serveSimulator(options: SimulatorOptions, port = 0): Promise<ServedSimulator> {
  const simulator = createSimulator(options);
  const server = express().use('/simulator', simulator.router).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulator`;
  return {
    ...simulator,
    port: (server.address() as AddressInfo).port,
    pageUrl: `${base}/`,
    graphUrl: `${base}/graph/v25.0`,
    stop: async () => {
      await simulator.stop();
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
