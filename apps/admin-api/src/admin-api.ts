import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { RequestHandler } from 'express';
import { AppModule, type AppOptions, controllers } from './app.module';
import { isPageUpload } from './answer-page/upload';
import { isUpload } from './documents/file-body';
import { crossOrigin } from './http/cross-origin';
import { frontDoor } from './http/front-door';
import { type Patience, PatientServer, usualPatience } from './http/patient-server';
import { securityHeaders } from './http/security-headers';
import type { Log } from './logging/log';
import { nestLog } from './logging/nest-log';
import { withoutSecrets } from './logging/redact';
import { openApiDocument } from './openapi/document';
import { usualProtection, type Protection } from './protection/protection';
import { Throttle } from './protection/throttle';
import { ApiWatch } from './watching/api-watch';
import { watchRequests } from './watching/watch-requests';

/** The largest body that is read, after decompression; a batch is many requests in one. */
const bodyLimit = '256kb';
const batchLimit = '2mb';

export type AdminApiOptions = Omit<AppOptions, 'throttle'> & {
  protection?: Protection | undefined;
  patience?: Patience;
};

/** The whole HTTP server, not yet listening. The store stays its caller's: closing the server does not close it. */
export async function createAdminApi({
  protection = usualProtection,
  patience = usualPatience,
  watch = new ApiWatch(),
  ...options
}: AdminApiOptions): Promise<NestExpressApplication> {
  const log = withoutSecrets(options.log);
  const throttle = new Throttle(protection.limits, log);
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.on({ ...options, log, throttle, watch }),
    new PatientServer(patience),
    { bodyParser: false, logger: nestLog(log), abortOnError: false },
  );
  // Whose X-Forwarded-For is believed decides whose requests are counted together.
  app.set('trust proxy', protection.trustProxy);
  app.disable('x-powered-by');
  // ETags are versions; Express is not to make up its own.
  app.disable('etag');
  watch.watchStore(options.store);
  app.use(watchRequests(watch, app.getHttpServer()));
  app.use(securityHeaders(options.https));
  if (protection.corsOrigins.length > 0) app.enableCors(crossOrigin(protection.corsOrigins));
  if (protection.trustProxy === false) app.use(tellingOfProxies(log));
  // Before a body is read.
  app.use(admitting(throttle));
  app.use(frontDoor);
  // Bodies are read as bytes; each route says what they must be. Files are read by theirs.
  app.useBodyParser('raw', { type: isBatch, limit: batchLimit });
  app.useBodyParser('raw', {
    type: (request) => takesBody(request) && !isUpload(request) && !isPageUpload(request) && !isBatch(request),
    limit: bodyLimit,
  });
  SwaggerModule.setup('docs', app, openApiDocument(controllers) as unknown as OpenAPIObject, {
    raw: ['json'],
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Vuosikello API',
    swaggerOptions: { validatorUrl: 'none', docExpansion: 'list' },
  });
  return app;
}

function admitting(throttle: Throttle): RequestHandler {
  return (request, _response, next) => {
    // Probes must not fail because somebody else is loud.
    if (request.path.startsWith('/health/')) next();
    else throttle.admitAddress(request).then(() => next(), next);
  };
}

/** Behind a proxy that is not named, all clients share the limits of its address: whoever operates the server is told once. */
function tellingOfProxies(log: Log): RequestHandler {
  let isTold = false;
  return ({ headers }, _response, next) => {
    if (!isTold && headers['x-forwarded-for'] !== undefined) {
      isTold = true;
      log('warn', 'proxy-not-trusted', { header: 'X-Forwarded-For', setting: 'TRUST_PROXY' });
    }
    next();
  };
}

/** Nothing is looked for in the body of a request that only reads. */
function takesBody({ method }: { method?: string | undefined }): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function isBatch({ url }: { url?: string | undefined }): boolean {
  return url?.split('?', 1)[0] === '/v1/workflows:batch';
}
