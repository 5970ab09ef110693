import { SetMetadata } from '@nestjs/common';

export const deskKey = Symbol('desk');

/** The controller's pages are for people in a browser: who asks for them is known by the session of the desk and by nothing else. */
export const AtDesk = (): ClassDecorator => SetMetadata(deskKey, true);
