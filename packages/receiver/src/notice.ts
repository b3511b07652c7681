/** What the practice hears about a new sign-up. It says nothing about the person. */
export interface Notice {
  reference: string;
  waitingList: boolean;
}
