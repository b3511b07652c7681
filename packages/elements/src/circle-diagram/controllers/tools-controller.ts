import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AnnouncementController } from '../../foundation/controllers/announcement-controller.js';
import type { PrintController } from '../../foundation/controllers/print-controller.js';
import { printHandout, saveCircle, type CircleContent } from '../browser/circle-export.js';

/** Prints the circle and saves pictures of it. */
export class ToolsController implements ReactiveController {
  /** What is known about the last attempt. Whether a file was saved is never known. */
  readonly outcome: AnnouncementController<'downloaded' | 'notDrawn' | 'notPrinted'>;
  /** The last picture. */
  pictureUrl = '';

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode },
    private readonly printing: PrintController,
  ) {
    this.outcome = new AnnouncementController(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.outcome.clear();
    URL.revokeObjectURL(this.pictureUrl);
  }

  async print(content: CircleContent): Promise<void> {
    this.outcome.clear();
    const hasBegun = await this.printing.whilePrinting(() => printHandout(this.host, content)).catch(() => false);
    if (!hasBegun) await this.outcome.announce('notPrinted');
  }

  /** @param scale - as for {@link saveCircle} */
  async save(content: CircleContent, scale?: number): Promise<void> {
    // Painting fails where memory is short.
    const picture = await saveCircle(this.host, content, scale).catch(() => null);
    if (!this.host.isConnected) return;
    URL.revokeObjectURL(this.pictureUrl);
    this.pictureUrl = picture ? URL.createObjectURL(picture) : '';
    await this.outcome.announce(picture ? 'downloaded' : 'notDrawn');
  }
}
