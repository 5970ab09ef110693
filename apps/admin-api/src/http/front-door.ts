import type { RequestHandler } from 'express';

/** Leads whoever opens the bare address in a browser to the desk. A program that asks there is told, as anywhere, that there is nothing. */
export const frontDoor: RequestHandler = (request, response, next) => {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads || request.path !== '/' || request.accepts(['json', 'html']) !== 'html') next();
  else response.status(303).set({ Location: '/desk', Vary: 'Accept' }).end();
};
