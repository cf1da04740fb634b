/** An import that cannot go on, for a reason that its message tells people; nothing has been overwritten. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
}
