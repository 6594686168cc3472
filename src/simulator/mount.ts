// Puts the simulator into the app when there are no WhatsApp keys: same code on both sides, only the base URL differs.
import { randomBytes } from 'node:crypto';
import express, { type Router } from 'express';
import { createSimulator } from './simulator.ts';

export interface MountedSimulator {
  whatsapp: { appSecret: string; verifyToken: string; accessToken: string; phoneNumberId: string; apiUrl(port: number): string };
  /** The app's clock: the simulator's "24 h later" moves it. */
  now(): number;
  pages(port: () => number): { router: Router; stop(): Promise<void> };
}

/** @param stateFile keeps phones and conversations over a restart */
export function mountSimulator(stateFile: string): MountedSimulator {
  const secret = () => randomBytes(16).toString('hex');
  const whatsapp = { appSecret: secret(), verifyToken: secret(), accessToken: secret(), phoneNumberId: '1111' };
  let now = Date.now;
  return {
    whatsapp: { ...whatsapp, apiUrl: (port) => `http://127.0.0.1:${port}/simulator/graph/v25.0` },
    now: () => now(),
    pages(port) {
      const simulator = createSimulator({
        ...whatsapp, stateFile,
        webhookUrl: () => `http://127.0.0.1:${port()}/webhooks/whatsapp`,
      });
      now = simulator.now;
      const router = express.Router();
      router.use('/simulator', simulator.router);
      return { router, stop: simulator.stop };
    },
  };
}
