// The control API of the simulator: what the phone page, tests and people with curl drive it with.
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { COUNTRIES } from './countries.ts';
import { act, learnerAction } from './learner-actions.ts';
import { MISHAPS, mishapChange } from './mishaps.ts';
import { type Phone, summaryOf } from './phones.ts';
import { windowOpen } from './status-ladder.ts';
import { showPhone, type World } from './world.ts';

const newPhone = z.strictObject({
  name: z.string().trim().min(1).max(60),
  country: z.string().length(2),
  number: z.string().max(30).optional(),
  username: z.string().min(1).max(60).optional(),
  hidesNumber: z.boolean().optional(),
});
const phoneChange = newPhone.pick({ name: true, hidesNumber: true }).partial();
const clockChange = z.strictObject({ advanceMs: z.number().int().min(1).max(366 * 24 * 3_600_000) });

/** What the control API may do with the whole simulator. */
export type Controls = { advance(ms: number): void; reset(): void; handshake(): Promise<boolean> };

// zod's optional means "or undefined"; our own types mean "or absent".
function dropUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

/** Routes below `/api`, all JSON, and `/api/events` as server-sent events. */
export function createControl(world: World, controls: Controls): Router {
  const router = express.Router();
  router.use(express.json({ limit: '200kb' }));

  const phoneOf = (request: Request): Phone => {
    const phone = world.phones.byNumber(String(request.params['waId']));
    if (phone === undefined) throw new RangeError('no such phone');
    return phone;
  };
  const whole = (phone: Phone): object => ({
    ...summaryOf(phone),
    windowOpen: windowOpen(world, phone),
    mishaps: world.mishaps.own(phone.waId),
    entries: phone.entries,
  });

  router.get('/state', (_request, response) => {
    response.json({
      now: world.clock.now(),
      offset: world.clock.offset(),
      waiting: world.delivery.waiting(),
      mishaps: world.mishaps.everybody(),
      mishapNames: MISHAPS,
      countries: COUNTRIES.map(({ code, name, dial }) => ({ code, name, dial })),
      phones: world.phones.all().map(summaryOf),
    });
  });
  router.get('/events', (_request, response) => world.live.join(response));

  router.get('/phones', (_request, response) => void response.json(world.phones.all().map(summaryOf)));
  router.post('/phones', (request, response) => {
    const phone = world.phones.add(dropUndefined(newPhone.parse(request.body)));
    showPhone(world, phone);
    response.status(201).json(whole(phone));
  });
  router.get('/phones/:waId', (request, response) => void response.json(whole(phoneOf(request))));
  router.patch('/phones/:waId', (request, response) => {
    const phone = phoneOf(request);
    Object.assign(phone, dropUndefined(phoneChange.parse(request.body)));
    showPhone(world, phone);
    response.json(whole(phone));
  });
  router.post('/phones/:waId/messages', (request, response) => {
    const entry = act(world, phoneOf(request), learnerAction.parse(request.body));
    response.status(201).json(entry);
  });

  router.patch('/mishaps', (request, response) => {
    world.mishaps.set(dropUndefined(mishapChange.parse(request.body)));
    world.live.tell('mishaps', {});
    response.json(world.mishaps.everybody());
  });
  router.patch('/phones/:waId/mishaps', (request, response) => {
    const { waId } = phoneOf(request);
    world.mishaps.set(dropUndefined(mishapChange.parse(request.body)), waId);
    world.live.tell('mishaps', {});
    response.json(world.mishaps.own(waId));
  });
  router.delete('/mishaps', (_request, response) => {
    world.mishaps.clear();
    world.live.tell('mishaps', {});
    response.json(world.mishaps.everybody());
  });

  router.post('/clock', (request, response) => {
    controls.advance(clockChange.parse(request.body).advanceMs);
    response.json({ now: world.clock.now(), offset: world.clock.offset() });
  });
  router.post('/reset', (_request, response) => {
    controls.reset();
    response.json({ reset: true });
  });
  router.post('/handshake', async (_request, response) => void response.json({ verified: await controls.handshake() }));

  router.use((_request, response) => void response.status(404).json({ error: 'no such control' }));
  router.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : 'failed';
    response.status(message === 'no such phone' ? 404 : 400).json({ error: message });
  });
  return router;
}
