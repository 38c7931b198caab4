import { readArguments } from './arguments';
import { withApp } from './command';
import { createBot } from './first-bot';
import { asProgram } from './operator';

const USAGE = `npm run create-bot

Makes the account of the chat bot and prints its id and secret, this once. Run again, it prints a new secret, and the old
one opens nothing any more.`;

await asProgram(async () => {
  const order = readArguments(USAGE, {});
  if (!order) return console.log(USAGE);
  await withApp(async (app) => {
    const { botId, secret } = await createBot(app);
    console.log(`Bot: ${botId}\nSecret, shown this once: ${secret}`);
  });
});
