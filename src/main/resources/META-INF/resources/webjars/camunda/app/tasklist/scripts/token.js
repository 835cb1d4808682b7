/** What a call of ours that changes something carries. */
export const token = () => document.cookie.match(/(?:^|; )PHONGTRAO-CSRF=([^;]+)/)?.[1] ?? '';
