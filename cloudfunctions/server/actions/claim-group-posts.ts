import { isGatewayUp } from '../chat/gateways';
import { takePosts } from '../chat/posts';
import type { Handler } from '../context';

export const claimGroupPosts: Handler<'claim-group-posts'> = async ({ gateway }, context) => {
  const site = context.app.publicUrl;
  if (!(await isGatewayUp(context, gateway))) return { site, posts: [] };
  return { site, posts: await takePosts(context, gateway) };
};
