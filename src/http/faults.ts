// What HTTP callers get when there is nothing at a path, or something broke: a plain sentence, never a stack.
import type { NextFunction, Request, Response } from 'express';
import { errors } from '../errors.ts';
import type { Logger } from '../log.ts';

/** Answers paths that lead nowhere. */
export function nothingHere(_request: Request, response: Response): void {
  const { status, says } = errors['http:not-found'];
  response.status(status).type('text/plain').send(says);
}

/** Answers faults of ours; the log has the details. */
export function broke(log: Logger): (error: unknown, request: Request, response: Response, next: NextFunction) => void {
  return (error, _request, response, next) => {
    log.error({ error }, 'a request broke');
    if (response.headersSent) return next(error);
    const { status, says } = errors['http:broke'];
    response.status(status).type('text/plain').send(says);
  };
}
