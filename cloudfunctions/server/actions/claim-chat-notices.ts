import { claimForChat } from '../chat/claim';
import { isGatewayUp } from '../chat/gateways';
import type { Handler } from '../context';

export const claimChatNotices: Handler<'claim-chat-notices'> = async ({ gateway, limit }, context) => {
  // Paused: nothing is taken that could not be said.
  if (!(await isGatewayUp(context, gateway))) return { notices: [] };
  const notices = await claimForChat(context, gateway, limit);
  if (notices.length > 0) {
    await context.audit('court', 'claim-chat-notices', { gateway, keys: notices.map(({ key }) => key) });
  }
  return { notices };
};
