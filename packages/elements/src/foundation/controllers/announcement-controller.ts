import type { ReactiveControllerHost } from 'lit';

/** What a status region of its host says. The same announcement, made again, is announced again. */
export class AnnouncementController<Announcement> {
  current: Announcement | undefined;
  /** Counts what was announced and cleared. */
  #count = 0;

  constructor(private readonly host: ReactiveControllerHost) {}

  clear(): void {
    this.#count++;
    this.current = undefined;
    this.host.requestUpdate();
  }

  /** Announces it in the update after the next one, unless something else was announced or cleared by then. */
  async announce(announcement: Announcement): Promise<void> {
    this.clear();
    const count = this.#count;
    await this.host.updateComplete;
    if (count !== this.#count) return;
    this.current = announcement;
    this.host.requestUpdate();
  }
}
