// What Charla says while getting to know a learner, in English.
import type { SameKeys } from './copy.ts';
import type { onboardingEs } from './onboarding.copy.es.ts';
import { mayFlirt } from './adulthood.ts';
import { clock, comma, nameButton, targetRows, taught, zoneRows } from './phrases.ts';

export const languagesEn = { en: 'English', fr: 'French', es: 'Spanish' } as const;

const yes = ['yes', 'yeah', 'yep', 'sure', 'ok', 'okay', 'go', 'let’s go', 'let’s start', 'ready', 'of course'];
const start = { title: 'Start', also: yes };
const language = { title: '🌐 Idioma', also: ['language', 'español', 'português', 'français'] };

export const onboardingEn: SameKeys<typeof onboardingEs> = {
  'onboarding.hello': (facts) => `Hi${comma(facts)}! I’m Charla, an AI language tutor. 👋\nI teach ${taught(facts, languagesEn, 'or')}, five minutes at a time, right here on WhatsApp.\nI keep your answers so I can teach you better; type *PRIVACY* whenever you want to see or delete them.`,
  'onboarding.welcome': { ask: 'Shall we start?', buttons: { start, more: { title: 'Tell me more', also: ['how much is it', 'how much does it cost', 'is it free', 'what is this', 'how does it work', 'who are you', 'more'] }, language } },
  'onboarding.more': {
    ask: 'A few short questions and off we go: one clear idea, eight exercises, and why each answer is right or wrong. Starting is free and needs no card. Like any AI, I get things wrong sometimes; type *HUMAN* to reach someone on the team.',
    buttons: { start, language },
  },
  'onboarding.language': { ask: 'Which language shall I explain things in?', list: { open: 'Choose a language', rows: { en: 'English', es: 'Español', pt: 'Português', fr: 'Français' } } },
  'onboarding.target': {
    ask: 'What would you like to learn?',
    list: { open: 'Choose a language', rows: (facts) => targetRows(facts, { es: { title: 'Spanish', also: ['español'] }, fr: { title: 'French', also: ['français'] }, en: 'English' }) },
  },
  'onboarding.target.noted': ({ context: { profile } }) => `${languagesEn[profile.targetLanguage ?? 'es']} it is.`,
  'onboarding.goal': { ask: 'What’s it mainly for?', buttons: { travel: { title: 'Travel', also: ['travelling', 'traveling', 'trips', 'holidays'] }, work: { title: 'Work', also: ['job', 'business'] }, chat: { title: 'Chatting', also: ['chat', 'talking', 'friends', 'conversation'] } } },
  'onboarding.goal.noted': ({ context: { profile } }) => {
    if (profile.goal === 'travel') return 'Got it: airports, hotels, and ordering dinner without pointing.';
    if (profile.goal === 'work') return 'Got it: meetings, emails and the odd coffee with clients.';
    return 'Got it: telling your stories and following everyone else’s.';
  },
  'onboarding.level': {
    ask: 'How much do you know already?',
    buttons: { A1: { title: 'Starting from zero', also: ['a1', 'zero', 'nothing', 'none', 'beginner'] }, A2: { title: 'I know a little', also: ['a2', 'a little', 'a bit', 'basics', 'basic', 'i don’t know', 'not sure', 'i’m not sure', 'no idea'] }, B1: { title: 'I get by', also: ['b1', 'intermediate', 'quite a bit'] } },
  },
  'onboarding.level.noted': ({ context: { profile } }) => {
    if (profile.level === 'A1') return 'Perfect: from the beginning, no rush.';
    if (profile.level === 'A2') return 'Good, that’s something to build on.';
    return 'Very good, then we’ll keep up the pace.';
  },
  'onboarding.name': {
    ask: ({ context: { profile } }) => (profile.name === null ? 'What should I call you? Type your name.' : `Shall I call you ${profile.name}? If you’d rather go by another name, type it.`),
    buttons: (facts) => nameButton(facts, 'Yes, that’s fine'),
  },
  'onboarding.name.noted': (facts) => `Nice to meet you${comma(facts)}. One question I have to ask, since there’s a minimum age and a few things are for adults only:`,
  'onboarding.birthYear': { ask: 'What year were you born? All four digits, please.' },
  'onboarding.tooYoung': {
    ask: 'Thanks for telling me. WhatsApp is for people aged 13 and over, so I can’t teach you yet; once you’re 13, I’ll be here. If the year is wrong, someone on the team can put it right.',
    buttons: { human: 'Talk to someone' },
  },
  'onboarding.persona': {
    ask: ({ context: { profile }, now }) => (mayFlirt(profile, now)
      ? 'How shall I correct you? With humour, straight to the point, or with a wink: compliments then, but only on your writing.'
      : 'How shall I correct you: with humour, or straight to the point?'),
    buttons: ({ context: { profile }, now }) => ({
      funny: { title: 'With humour', also: ['humour', 'humor', 'with humor', 'funny'] },
      strict: { title: 'To the point', also: ['straight to the point', 'strict', 'direct'] },
      ...(mayFlirt(profile, now) ? { flirty: { title: 'With a wink', also: ['wink', 'flirty'] } } : {}),
    }),
  },
  'onboarding.persona.noted': { funny: 'Done: mistakes with a smile.', strict: 'Agreed. No small talk.', flirty: 'Deal. I like your sentences already. 😏' },
  'onboarding.zone': {
    ask: 'So I don’t write in the middle of the night: what time is it where you are?',
    list: { open: 'Choose the time', rows: (facts) => zoneRows(facts, 'None of these') },
  },
  'onboarding.time': {
    ask: 'What time shall I remind you of your lesson? Tap one or type your own, for example *19:30*.',
    buttons: { '09:00': '9:00', same: { title: 'Around now', also: ['now', 'this time', 'same time', 'same time as today', 'same time every day'] }, none: { title: 'No reminder', also: ['no', 'none', 'never', 'no reminders'] } },
  },
  'onboarding.done': (facts) => {
    const { dailyTime, followsLesson } = facts.context.profile;
    if (dailyTime === null) return `All set${comma(facts)}: no reminders, you decide when.`;
    if (followsLesson) return `All set${comma(facts)}: I’ll remind you each day at the time of your last lesson, unless you’ve practised.`;
    return `All set${comma(facts)}: I’ll remind you at ${clock(dailyTime)}, unless you’ve practised that day.`;
  },
};
