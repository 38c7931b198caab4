/** Something that the operator must set right before the system starts; the message is the sentence he reads. */
export class SetupError extends Error {
  override name = 'SetupError';
}
