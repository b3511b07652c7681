import type { ReactiveControllerHost } from 'lit';

/** What a status region of its host says. The same announcement, made again, is announced again. */
export class AnnouncementController<Announcement> {
  current: Announcement | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  clear(): void {
    this.current = undefined;
    this.host.requestUpdate();
  }

  async announce(announcement: Announcement): Promise<void> {
    this.clear();
    await this.host.updateComplete;
    this.current = announcement;
    this.host.requestUpdate();
  }
}
