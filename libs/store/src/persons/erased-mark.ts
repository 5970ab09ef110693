/** Stands wherever a person's name, address or a whole text has been erased. It needs no escaping in JSON, HTML or CSV. */
export const erasedMark = '[poistettu/raderad/erased]';
