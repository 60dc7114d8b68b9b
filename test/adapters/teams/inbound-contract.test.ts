import { inboundContract } from '../../contracts/inbound.ts';
import { teamsCannotSay, teamsInbound } from '../../contracts/inbound-teams.ts';

inboundContract('Teams', teamsInbound, teamsCannotSay);
