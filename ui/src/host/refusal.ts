/** Why something was not done, in the user's words: the only errors whose message is shown. */
export class Refusal extends Error {}
