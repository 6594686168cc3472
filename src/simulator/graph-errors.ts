// Meta's error codes as the simulator gives them: HTTP status, title, and the body's shape.

type ErrorRow = { http: number; title: string; details: string };

/** Codes, titles and HTTP statuses as Meta's Cloud API documents them. */
export const GRAPH_ERRORS: Readonly<Record<number, ErrorRow>> = {
  1: { http: 400, title: 'API Unknown', details: 'Possibly a temporary issue due to downtime.' },
  2: { http: 503, title: 'API Service', details: 'Temporary issue due to downtime or due to being overloaded.' },
  4: { http: 400, title: 'API Too Many Calls', details: 'The app has reached its API call rate limit.' },
  100: { http: 400, title: 'Invalid parameter', details: 'The request has an unsupported or misspelled parameter.' },
  190: { http: 401, title: 'Access token has expired', details: 'The access token is missing, wrong or expired.' },
  368: { http: 403, title: 'Temporarily blocked for policies violations', details: 'The account is blocked for a policy violation.' },
  80007: { http: 400, title: 'Rate limit issues', details: 'The business account has reached its rate limit.' },
  130429: { http: 400, title: 'Rate limit hit', details: 'Cloud API message throughput has been reached.' },
  130472: { http: 400, title: "User's number is part of an experiment", details: "The message was not sent because the user's number is part of an experiment." },
  130501: { http: 400, title: 'Message type is not currently supported', details: 'This message type cannot be sent here.' },
  131000: { http: 500, title: 'Something went wrong', details: 'The message failed to send due to an unknown error.' },
  131005: { http: 403, title: 'Access denied', details: 'The permission is not granted or has been removed.' },
  131008: { http: 400, title: 'Required parameter is missing', details: 'A required parameter is missing.' },
  131009: { http: 400, title: 'Parameter value is not valid', details: 'A parameter has a value that is not valid.' },
  131016: { http: 500, title: 'Service unavailable', details: 'A service is temporarily unavailable.' },
  131021: { http: 400, title: 'Recipient cannot be sender', details: 'Sender and recipient are the same number.' },
  131026: { http: 400, title: 'Message undeliverable', details: 'The recipient is not on WhatsApp or cannot receive the message.' },
  131031: { http: 403, title: 'Account has been locked', details: 'The business account is locked.' },
  131042: { http: 400, title: 'Business eligibility payment issue', details: 'There is a problem with the payment method.' },
  131047: { http: 400, title: 'Re-engagement message', details: 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.' },
  131048: { http: 400, title: 'Spam rate limit hit', details: 'Too many messages from this number were blocked or flagged as spam.' },
  131049: { http: 400, title: 'Not delivered to keep the ecosystem healthy', details: 'This message was not delivered to maintain healthy ecosystem engagement.' },
  131050: { http: 400, title: 'User has stopped marketing messages', details: 'The user has chosen to stop marketing messages from this business.' },
  131051: { http: 400, title: 'Message type unknown', details: 'Unsupported message type.' },
  131053: { http: 400, title: 'Media upload error', details: 'The media could not be uploaded.' },
  131056: { http: 400, title: '(Business Account, Consumer Account) pair rate limit hit', details: 'Too many messages from this number to the same recipient in a short time.' },
  131057: { http: 400, title: 'Account in maintenance mode', details: 'The business account is in maintenance mode.' },
  132000: { http: 400, title: 'Template parameter count mismatch', details: 'The number of variables does not match the template.' },
  132001: { http: 404, title: 'Template does not exist', details: 'The template does not exist in this language or is not approved.' },
  132012: { http: 400, title: 'Template parameter format mismatch', details: 'The variable values are formatted wrongly.' },
  132018: { http: 400, title: 'Template parameter issue', details: 'Parameters may not hold new lines, tabs or more than four spaces in a row.' },
};

/** What goes wrong with one request: Meta's code, and optionally what exactly and a subcode. */
export type Fault = { code: number; details?: string; subcode?: number };

/** Title and details of a fault; an unknown code is answered as Meta's catch-all 131000. */
function describeFault(fault: Fault): ErrorRow {
  const row = GRAPH_ERRORS[fault.code] ?? GRAPH_ERRORS[131000]!;
  return { ...row, details: fault.details ?? row.details };
}

/** The JSON body of a refused request, in Meta's shape. `trace` becomes `fbtrace_id`. */
export function errorBody(fault: Fault, trace: string): object {
  const { title, details } = describeFault(fault);
  return {
    error: {
      message: `(#${fault.code}) ${title}`,
      type: fault.subcode === 33 ? 'GraphMethodException' : 'OAuthException',
      code: fault.code,
      ...(fault.subcode === undefined ? {} : { error_subcode: fault.subcode }),
      error_data: { messaging_product: 'whatsapp', details },
      fbtrace_id: trace,
    },
  };
}

/** One element of `statuses[].errors` for a send that failed after it was accepted. */
export function statusError(fault: Fault): object {
  const { title, details } = describeFault(fault);
  return {
    code: fault.code,
    title,
    message: title,
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}
