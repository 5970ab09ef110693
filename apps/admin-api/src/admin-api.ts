import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { VerifierKey } from '@app/ledger';
import type { Store } from '@app/store';
import { AppModule, controllers } from './app.module';
import { isPageUpload } from './answer-page/upload';
import { isUpload } from './documents/file-body';
import { securityHeaders } from './http/security-headers';
import type { Log } from './logging/log';
import { nestLog } from './logging/nest-log';
import { openApiDocument } from './openapi/document';

/** The largest body that is read, after decompression; a batch is many requests in one. */
const bodyLimit = '256kb';
const batchLimit = '2mb';
const headersTimeoutMs = 10_000;
/** Long enough for the largest file on a slow line. */
const requestTimeoutMs = 120_000;

export type AdminApiOptions = {
  store: Store;
  log: Log;
  https: boolean;
  /** The address at which people reach the server; that of the request where none is set. */
  publicUrl?: string | undefined;
  /** Whose lines under checkpoints of the log are taken; nobody's unless given. */
  witnesses?: readonly VerifierKey[];
};

/** The whole HTTP server, not yet listening. The store stays its caller's: closing the server does not close it. */
export async function createAdminApi({
  store,
  log,
  https,
  publicUrl,
  witnesses = [],
}: AdminApiOptions): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(store, log, publicUrl, witnesses), {
    bodyParser: false,
    logger: nestLog(log),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  // ETags are versions; Express is not to make up its own.
  app.disable('etag');
  app.use(securityHeaders(https));
  // Bodies are read as bytes; each route says what they must be. Files are read by theirs.
  app.useBodyParser('raw', { type: isBatch, limit: batchLimit });
  app.useBodyParser('raw', {
    type: (request) => !isUpload(request) && !isPageUpload(request) && !isBatch(request),
    limit: bodyLimit,
  });
  SwaggerModule.setup('docs', app, openApiDocument(controllers) as unknown as OpenAPIObject, {
    raw: ['json'],
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Vuosikello API',
    swaggerOptions: { validatorUrl: 'none', docExpansion: 'list' },
  });
  const server = app.getHttpServer();
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  return app;
}

function isBatch({ url }: { url?: string | undefined }): boolean {
  return url?.split('?', 1)[0] === '/v1/workflows:batch';
}
