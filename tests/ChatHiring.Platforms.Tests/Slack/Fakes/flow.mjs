// Slack's own clients against the fake: every line printed is a fact that the test looks at.
import { WebClient, LogLevel } from '@slack/web-api';
import { SocketModeClient } from '@slack/socket-mode';
import { createInterface } from 'node:readline';

const [api, appToken, channel] = process.argv.slice(2);
const say = (what, value) => console.log(JSON.stringify({ what, value }));
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const told = async () => (await lines.next()).value;
const options = { slackApiUrl: api, logLevel: LogLevel.ERROR };
const web = new WebClient('xoxb-test', options);
const section = text => ({ type: 'section', text: { type: 'plain_text', text } });

const posted = await web.chat.postMessage({ channel, text: 'Hello.', blocks: [section('Hello.')], metadata: { event_type: 'a', event_payload: { key: 'k' } } });
say('posted', posted.message.text);
const updated = await web.chat.update({ channel, ts: posted.ts, text: 'Changed.', blocks: [section('Changed.')] });
say('updated', updated.ts === posted.ts);
const view = title => ({ type: 'modal', title: { type: 'plain_text', text: title }, blocks: [section('Hello.')] });
const opened = await web.views.open({ trigger_id: await told(), view: view('One') });
say('opened', opened.view.title.text);
const changed = await web.views.update({ view_id: opened.view.id, hash: opened.view.hash, view: view('Two') });
say('changed', changed.view.title.text);
await web.views.update({ view_id: opened.view.id, hash: opened.view.hash, view: view('Three') }).catch(error => say('stale', error.data.error));
await web.chat.postMessage({ channel, text: 'x', blocks: [section('x'.repeat(3001))] }).catch(error => say('refused', [error.code, error.data.error, error.data.response_metadata.messages]));
web.on('rate_limited', seconds => say('limited', seconds));
say('after the limit', (await web.auth.test()).team_id);
await new WebClient('xoxb-other', options).auth.test().catch(error => say('stranger', error.data.error));

// The client waits before it connects again as long as it would for a pong.
const socket = new SocketModeClient({ appToken, clientPingTimeout: 50, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: api } });
socket.on('slack_event', async ({ ack, type, body, retry_num, accepts_response_payload }) => {
  say('envelope', [type, body.type, retry_num ?? null, accepts_response_payload]);
  await ack(accepts_response_payload ? { response_action: 'clear' } : undefined);
});
socket.on('connected', () => say('connected', true));
await socket.start();
await told();
await socket.disconnect();
say('done', true);
process.exit(0);
