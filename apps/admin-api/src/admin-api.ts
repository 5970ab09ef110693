import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { AppModule, type AppOptions, controllers } from './app.module';
import { isPageUpload } from './answer-page/upload';
import { isUpload } from './documents/file-body';
import { securityHeaders } from './http/security-headers';
import { nestLog } from './logging/nest-log';
import { openApiDocument } from './openapi/document';

/** The largest body that is read, after decompression; a batch is many requests in one. */
const bodyLimit = '256kb';
const batchLimit = '2mb';
const headersTimeoutMs = 10_000;
/** Long enough for the largest file on a slow line. */
const requestTimeoutMs = 120_000;

/** The whole HTTP server, not yet listening. The store stays its caller's: closing the server does not close it. */
export async function createAdminApi(options: AppOptions): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(options), {
    bodyParser: false,
    logger: nestLog(options.log),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  // ETags are versions; Express is not to make up its own.
  app.disable('etag');
  app.use(securityHeaders(options.https));
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
