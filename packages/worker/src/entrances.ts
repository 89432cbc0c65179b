import type { StageName } from "@wirefold/core";
import type { Entrance } from "./hand-on.ts";
import type { Platform } from "./platform.ts";

interface Door {
  readonly entrance: Entrance;
  readonly isOpen: () => boolean;
}

/** The workers of one process whose stages take documents straight from the stage before. */
export class Entrances {
  readonly #doors = new Map<StageName, Set<Door>>();
  readonly #isFree: (stage: StageName) => Promise<boolean>;

  /** @param isFree whether a stage is neither stopped nor limited for all processes */
  constructor(isFree: (stage: StageName) => Promise<boolean>) {
    this.#isFree = isFree;
  }

  /** @returns what closes it again */
  open(entrance: Entrance, isOpen: () => boolean): () => void {
    const { name } = entrance.stage;
    const door = { entrance, isOpen };
    const doors = this.#doors.get(name) ?? new Set();
    this.#doors.set(name, doors.add(door));
    return () => void doors.delete(door);
  }

  /** A way into a stage; null where none of its workers in this process takes documents now. Where the queue cannot be asked, it is the way. */
  async find(stage: StageName): Promise<Entrance | null> {
    for (const { entrance, isOpen } of this.#doors.get(stage) ?? []) {
      if (isOpen()) return (await this.#isFree(stage).catch(() => false)) && isOpen() ? entrance : null;
    }
    return null;
  }
}

const ofPlatform = new WeakMap<Platform, Entrances>();

/** The entrances of a process. */
export function entrancesOf(platform: Platform): Entrances {
  let entrances = ofPlatform.get(platform);
  if (entrances === undefined) {
    entrances = new Entrances((stage) => platform.queue.isFree(stage));
    ofPlatform.set(platform, entrances);
  }
  return entrances;
}
