const FADE_MS = 320;

/** Resolves when the file could play through without a pause, so that the swap itself takes no time. */
export function ready(url: string, signal: AbortSignal): Promise<void> {
  const probe = document.createElement("video");
  probe.muted = true;
  probe.preload = "auto";
  return new Promise<void>((resolve, reject) => {
    const end = (settle: () => void) => () => {
      probe.removeAttribute("src");
      probe.load();
      settle();
    };
    probe.addEventListener("canplaythrough", end(resolve), { once: true });
    probe.addEventListener(
      "error",
      end(() => reject(new Error(`cannot load ${url}`))),
      { once: true },
    );
    signal.addEventListener("abort", end(resolve), { once: true });
    probe.src = url;
  });
}

/** Jumps to that time, modulo the new file's length, and resolves when its picture is there. */
export function seek(video: HTMLVideoElement, time: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      video.addEventListener("seeked", () => resolve(), { once: true });
      video.currentTime = video.duration > 0 ? time % video.duration : 0;
    };
    if (video.readyState >= video.HAVE_METADATA) go();
    else video.addEventListener("loadedmetadata", go, { once: true });
  });
}

/** Lays the picture that is seen now over the element while its file changes. */
export function freeze(video: HTMLVideoElement, cover: HTMLCanvasElement | null): void {
  if (!cover || !video.videoWidth) return;
  for (const animation of cover.getAnimations()) animation.cancel();
  cover.width = video.videoWidth;
  cover.height = video.videoHeight;
  cover.getContext("2d")?.drawImage(video, 0, 0);
  cover.style.opacity = "1";
}

export function thaw(cover: HTMLCanvasElement | null): void {
  if (cover?.style.opacity !== "1") return;
  cover.animate([{ opacity: 1 }, { opacity: 0 }], { duration: FADE_MS, easing: "ease-out" });
  cover.style.opacity = "0";
}
