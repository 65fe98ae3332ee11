import { logIn } from "./generated";

type Ask = () => Promise<boolean>;

let ask: Ask | null = null;
let pending: Promise<boolean> | null = null;

/** The dialog registers here; returns how to take it away again. */
export function onTokenAsked(next: Ask): () => void {
  ask = next;
  return () => {
    ask = null;
  };
}

/** Whether a token was entered; several refused requests share one question. */
export function askForToken(): Promise<boolean> {
  pending ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    pending = null;
  });
  return pending;
}

/** Trades the token for the service's cookie, which no script can read. False: it is not the right one. */
export async function signIn(token: string): Promise<boolean> {
  const { response } = await logIn({ body: { token } });
  return response?.ok ?? false;
}
