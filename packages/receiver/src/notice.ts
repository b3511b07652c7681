/** A notification of a new sign-up. It contains nothing about the person. */
export interface Notice {
  reference: string;
  waitingList: boolean;
}
