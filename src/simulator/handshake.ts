// Meta's verification of a webhook address: a GET that must give the challenge back.

/** True when the app answers 200 with exactly the challenge as its body. Any failure on the way is false. */
export async function verifyWebhook(webhookUrl: string, verifyToken: string, challenge: string): Promise<boolean> {
  try {
    const url = new URL(webhookUrl);
    url.searchParams.set('hub.mode', 'subscribe');
    url.searchParams.set('hub.challenge', challenge);
    url.searchParams.set('hub.verify_token', verifyToken);
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    return response.status === 200 && (await response.text()) === challenge;
  } catch {
    return false;
  }
}
