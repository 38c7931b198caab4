import { platform } from '../platform';

/** Where Taro writes whatever is copied on any page, so that its own clipboard can be read again. */
const TAROS_OWN = 'taro_clipboard';

/** Taro's own way of copying would write the code into the browser's storage. */
export async function copyText(text: string): Promise<boolean> {
  const copied = await writeText(text);
  forgetCopies();
  return copied;
}

async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not over plain HTTP, and not in every browser.
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.style.position = 'fixed';
  box.style.left = '-9999px';
  document.body.append(box);
  box.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
  }
}

export function forgetCopies(): void {
  platform.storage.remove(TAROS_OWN);
}

/** What a person selects and copies by hand is written there too; taken away as long as the page is open. */
export function watchCopies(): () => void {
  const forget = () => void setTimeout(forgetCopies);
  document.addEventListener('copy', forget);
  return () => document.removeEventListener('copy', forget);
}
