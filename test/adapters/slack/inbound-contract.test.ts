import { inboundContract } from '../../contracts/inbound.ts';
import { slackCannotSay, slackInbound } from '../../contracts/inbound-slack.ts';

inboundContract('Slack', slackInbound, slackCannotSay);
