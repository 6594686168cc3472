// What Charla says around the lessons, in English: menu, help, privacy, stop, settings.
import type { Facts, SameKeys } from './copy.ts';
import type { conversationEs } from './conversation.copy.es.ts';
import { clock, comma, hasOpenLesson, hasOtherTarget, isRepairable, place } from './phrases.ts';
import { itemPlace } from './placement.phrases.ts';
import { hasOpenScene } from './scene-phrases.ts';
import { languagesEn } from './onboarding.copy.en.ts';
import { brokenEn, repairEn } from './streak.copy.en.ts';

const goOn = { title: 'Carry on', also: ['continue', 'go on', 'yes', 'ok', 'resume'] };
const contact = ({ humanContact }: Facts) => (humanContact === '' ? '' : ` You can also write to ${humanContact}.`);

export const conversationEn: SameKeys<typeof conversationEs> = {
  unclear: { lead: (facts) => {
    switch (facts.context.unclear) {
      case 'not-an-answer': return 'That doesn’t look like an answer. Answer the exercise, or type *HINT* or *SKIP*.';
      case 'other-language': return `This one goes in ${languagesEn[facts.context.profile.targetLanguage ?? 'es']}. It doesn’t count as a mistake: try again, or type *HINT*.`;
      case 'too-long': return 'That’s a lot for one answer, and I didn’t read all of it. A few words will do:';
      case 'short': return 'That’s a bit short. Try a whole sentence, however simple:';
      case 'no-words': return 'I can’t see a word in that. Please answer in letters.';
      case 'not-text': return 'I can only read text for now, no voice notes or pictures. Could you type it?';
      case 'old-button': return 'That button was from earlier. We’re here now:';
      case 'no-time': return 'I didn’t get that time.';
      case 'no-year': return 'I can’t find a year in that; I’m after something like *1990*.';
      case 'no-name': return 'Just the name, please, without numbers or symbols.';
      case 'odd-name': return 'I’m not sure that’s a name. If it is, type it again; a nickname is fine too.';
      case 'any-name': return 'It’s only so I know what to call you: any nickname will do.';
      case 'repeat': return 'Sure, once more:';
      case 'no-zone': return 'I can’t find that place. Try a big city nearby, or the country.';
      case 'off-topic': return 'That’s outside what I do: I teach languages. Back to us:';
      case 'not-a-choice': return 'I can’t read that as an answer. Pick one, or type *HINT*, *SKIP* or *MENU*.';
      case 'test-hint': return 'No hints in the test. If you’re stuck, type *I don’t know*.';
      case 'test-language': return `Your answer in ${languagesEn[facts.context.profile.targetLanguage ?? 'es']}, please. If you’re stuck, type *I don’t know*.`;
      case 'test-answer': return 'That doesn’t look like an answer. If you’re stuck, type *I don’t know*.';
      case 'greeting': return `Hi${comma(facts)}! Where were we? Here:`;
      case 'thanks': return `You’re welcome${comma(facts)}! Carrying on:`;
      case 'goodbye': return `See you later${comma(facts)}! When you’re back, we’ll pick up here:`;
      default: return 'I didn’t follow that. Tap an option or type its number.';
    }
  } },
  sorry: 'Something got stuck on my side and I couldn’t answer. Your progress is saved. Try again, or type *MENU*.',
  enough: 'We’ve talked a great deal today, so I’m taking a break. Tomorrow we carry on where you left off.',
  menu: {
    ask: (facts) => {
      if (!facts.context.onboarded) return 'We’re halfway through the introductions. Shall we carry on?';
      if (isRepairable(facts)) return brokenEn(facts);
      const { at, of } = place(facts);
      if (itemPlace(facts) !== null) return `Hello again${comma(facts)}. Your level test is half done: you’re on question ${itemPlace(facts)}.`;
      if (hasOpenLesson(facts)) return `Hello again${comma(facts)}. You have a lesson half done: you’re on ${at} of ${of}.`;
      if (hasOpenScene(facts)) return `Hello again${comma(facts)}. You have a scene half played: *${facts.scene?.title ?? ''}*.`;
      return { funny: `Here I am${comma(facts)}. What’ll it be?`, strict: `What shall we practise${comma(facts)}?`, flirty: `You have my attention${comma(facts)}. What’ll it be?` };
    },
    buttons: (facts) => {
      if (!facts.context.onboarded) return { continue: goOn, help: 'Help', privacy: 'Privacy' };
      if (itemPlace(facts) !== null || hasOpenLesson(facts)) return { continue: goOn, lesson: 'New lesson', ...(isRepairable(facts) ? { repair: repairEn } : { settings: 'Settings' }) };
      if (hasOpenScene(facts)) return { continue: goOn, scene: 'New scene', lesson: 'Lesson' };
      return { lesson: { title: 'Lesson', also: ['practise', 'practice', 'start', 'yes', 'let’s go'] }, ...(isRepairable(facts) ? { repair: repairEn } : { scene: { title: 'Conversation', also: ['conversations', 'talk', 'chat', 'scene', 'role-play'] } }), settings: 'Settings' };
    },
  },
  back: { lead: { funny: 'Where were we? Here:', strict: 'Carrying on:' } },
  bye: (facts) => `See you soon${comma(facts)}. Send me anything and we’ll pick it up again.`,
  help: {
    ask: 'I’m an AI tutor, not a person. A lesson is about eight questions: tap or type your answers, and stop halfway if you like.\nThese always work: *MENU* (the start), *STOP* (I stop writing) and *HUMAN* (someone on the team).',
    buttons: { continue: goOn, privacy: 'Privacy', human: 'Talk to someone' },
  },
  privacy: {
    ask: 'I’m an AI tutor. I keep your number, your name, your settings and what you write to me, so that I can teach you and remember where you are. You can see it or delete it whenever you like: tap a button and someone on the team sees to it.',
    buttons: { see: 'See my data', erase: 'Delete my data', continue: goOn },
  },
  human: {
    ask: (facts) => `I’m letting someone on the team know. They’ll answer here as soon as they can and will read what you write until then.${contact(facts)}\nTo carry on with me, tap the button or type *MENU*.`,
    buttons: { continue: 'Back to Charla' },
  },
  'human.released': { lead: 'It’s Charla again. Carrying on:' },
  'stopped.noted': 'Done.',
  stopped: {
    ask: 'I won’t write to you any more; I’ll only answer when you write to me. What you’ve learned is saved. To come back, tap the button or type *START*.',
    buttons: { start: { title: 'Come back', also: ['start', 'back', 'resume', 'continue'] } },
  },
  'stopped.privacy': (facts) => `I keep your number, your name, your settings and what you wrote to me. To see or delete it, type *HUMAN*.${contact(facts)}`,
  'stopped.human': (facts) => `I’m letting someone on the team know. They’ll answer here.${contact(facts)}`,
  started: { lead: (facts) => ({ funny: `Good to hear from you${comma(facts)}! Where were we? Here:`, strict: `Right${comma(facts)}. Carrying on:` }) },
  settings: {
    ask: 'What shall we change?',
    list: {
      open: 'See settings',
      rows: (facts) => ({
        time: { title: 'Reminder', description: facts.context.profile.dailyTime === null ? 'Now: none' : facts.context.profile.followsLesson ? 'Now: like your last lesson' : `Now: ${clock(facts.context.profile.dailyTime)}` },
        level: { title: 'Level', description: `Now: ${facts.context.profile.level ?? 'not chosen'}` },
        ...(hasOtherTarget(facts) ? { target: { title: 'Language I’m learning', description: `Now: ${facts.context.profile.targetLanguage === null ? 'not chosen' : languagesEn[facts.context.profile.targetLanguage]}` } } : {}),
        persona: { title: 'My tone', description: 'With humour, straight to the point…' },
        language: { title: 'Language I explain in', description: 'Español, Português, English, Français' },
        name: { title: 'What I call you', description: `Now: ${facts.context.profile.name ?? 'not chosen'}` },
        zone: { title: 'Where you are', description: `Now: ${facts.city}, ${clock(facts.here)}` },
        help: 'Help',
        back: { title: 'Back to the menu', also: ['back', 'nothing'] },
      }),
    },
  },
  'settings.saved': { funny: 'Noted, in my best handwriting.', strict: 'Noted.' },
};
