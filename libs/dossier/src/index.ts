export { dossierFiles, dossierJson, type DossierRequest } from './dossier';
export { zipped } from './zip/zip-stream';
export { dossierName } from './file-names';
