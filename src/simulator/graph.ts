// The local Graph API: messages, read receipts and media, with Meta's checks, answers and errors.
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { acceptMessage, acceptReceipt, addresseeOf, type Outcome } from './accept.ts';
import { errorBody, type Fault, GRAPH_ERRORS } from './graph-errors.ts';
import { type OutgoingMessage, parseSend } from './send-message.ts';
import type { SchemaCheck } from './send-schema.ts';
import type { World } from './world.ts';

/** Requests that are to stay without an answer, until the client leaves or the simulator stops. */
export type SilentRequests = Set<Response>;

/** Routes below `/graph`. `schema` resolves to Meta's own check, or undefined where that is not at hand. */
export function createGraph(world: World, schema: Promise<SchemaCheck | undefined>, silent: SilentRequests): Router {
  const router = express.Router();
  const refuse = (response: Response, fault: Fault): void => {
    response.status(GRAPH_ERRORS[fault.code]?.http ?? 400).json(errorBody(fault, `A${world.newId()}`));
  };
  const finish = (response: Response, outcome: Outcome): void => {
    if ('fault' in outcome) refuse(response, outcome.fault);
    else response.json(outcome.answer);
  };

  const sendMessage = (request: Request, response: Response, message: OutgoingMessage): void => {
    const version = Number.parseInt(String(request.params['version']).slice(1), 10);
    const mishap = world.mishaps.takeSendFailure(addresseeOf(world, message)?.waId);
    if (mishap !== undefined) world.live.tell('mishaps', {});
    switch (mishap?.how) {
      case undefined:
        return finish(response, acceptMessage(world, message, version));
      case 'later':
        return finish(response, acceptMessage(world, message, version, { code: mishap.code }));
      case 'error':
        return refuse(response, { code: mishap.code });
      case 'http500':
        response.status(500).type('html').send('<html><body>Sorry, something went wrong.</body></html>');
        return;
      case 'hangup':
        request.socket.destroy();
        return;
      case 'silence': {
        const outcome = acceptMessage(world, message, version);
        if ('fault' in outcome) return refuse(response, outcome.fault);
        silent.add(response);
        response.on('close', () => silent.delete(response));
      }
    }
  };

  router.use('/:version', (request, response, next) => {
    if (!/^v\d{1,3}\.\d$/.test(request.params.version)) return refuse(response, { code: 100, details: 'Unknown API version.' });
    if (request.get('authorization') !== `Bearer ${world.accessToken}`) return refuse(response, { code: 190 });
    next();
  });

  router.post('/:version/:phoneNumberId/messages', express.json({ limit: '1mb' }), async (request, response) => {
    const { phoneNumberId } = request.params;
    if (phoneNumberId !== world.phoneNumberId) {
      return refuse(response, { code: 100, subcode: 33, details: `Object with ID '${phoneNumberId}' does not exist or cannot be reached with this token.` });
    }
    const sent = parseSend(request.body);
    if (sent.kind === 'refused') return refuse(response, sent.fault);
    const objection = (await schema)?.(request.body);
    if (objection !== undefined) return refuse(response, { code: 131009, details: `Meta's schema: ${objection}` });
    if (sent.kind === 'read') return finish(response, acceptReceipt(world, sent.receipt));
    sendMessage(request, response, sent.message);
  });

  router.get('/:version/:mediaId', (request, response) => {
    const file = world.media.find(request.params.mediaId);
    if (file === undefined) return refuse(response, { code: 100, subcode: 33, details: `Object with ID '${request.params.mediaId}' does not exist.` });
    const url = `${request.protocol}://${request.get('host')}${request.baseUrl}/${request.params.version}/${file.id}/content`;
    response.json({ messaging_product: 'whatsapp', url, mime_type: file.mimeType, sha256: file.sha256, file_size: file.bytes.length, id: file.id });
  });

  router.get('/:version/:mediaId/content', (request, response) => {
    const file = world.media.find(request.params.mediaId);
    if (file === undefined) response.sendStatus(404);
    else response.type(file.mimeType).send(file.bytes);
  });

  router.use((_request, response) => refuse(response, { code: 100, details: 'Unsupported request.' }));
  // Four parameters are what tells Express that this one takes errors: here a body that is not JSON or too long.
  router.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    refuse(response, { code: 100, details: error instanceof Error ? error.message : 'The body could not be read.' });
  });
  return router;
}
