// Microsoft's own template engine expands what is handed in, and its own client parses what our engine made of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The ES modules of adaptivecards do not load in Node.
const require = createRequire(import.meta.url);
const { AdaptiveCard, SerializationContext, Versions } = require('adaptivecards/dist/adaptivecards.js');
const { Template } = require('adaptivecards-templating');

// Its warnings say nothing: it gives one for every $when that is false.
const expanded = (card) => JSON.stringify(new Template(JSON.parse(card.template)).expand({ $root: JSON.parse(card.data) }));

function events(json) {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(JSON.parse(json), context);
  const parsed = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  return [...parsed, ...card.validateProperties().validationEvents.map((event) => event.message)];
}

const [from, to] = process.argv.slice(2);
const cards = JSON.parse(readFileSync(from, 'utf8'));
writeFileSync(to, JSON.stringify(cards.map(({ name, ...card }) => ({ name, expanded: expanded(card), events: events(card.ours) }))));
