/** Ids of keys and calendars begin with their county's code, so that the id alone says where to look. */
const idForm = /^(\d{2})-[0-9a-f]{8}$/;

/** The county that an id belongs to; undefined where it is no such id, or of another county than the only one looked in. */
export function countyInId(id: string, only: string | null): string | undefined {
  const county = idForm.exec(id)?.[1];
  return only === null || county === only ? county : undefined;
}
