// The parts of the application and the places in them.

/** Whether a place of the content lies in a part. */
export function partHolds(key: string, path: string): boolean {
  const [first, second] = path.split(/[.[]/)
  const parts: Record<string, string> = {
    organization: 'basics',
    filled_on: 'basics',
    declaration: 'basics',
    qualification: 'qualification',
    confirmations: 'qualification',
    evidence: 'evidence',
    attachments: 'evidence',
    pledge: 'signed',
    recommendation: 'signed',
    signed_pages: 'signed',
    submission: 'submission',
  }
  return first === 'experience' ? key === second : (parts[first!] ?? first) === key
}
