import type { Store } from '@app/store';

/** Where a dossier is read from. */
export type DossierSource = Pick<Store, 'workflows' | 'events' | 'log' | 'notifications' | 'documents' | 'register'>;
