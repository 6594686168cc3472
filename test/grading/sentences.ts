// Sentences that a lesson might accept, in the four full languages and some others, for the tests that hold for all of them.

export const SENTENCES: Readonly<Record<string, string>> = {
  en: `I am hungry.|She doesn't like tea.|What's your name?|My brother's car is red.|It's half past ten.|We've been here since 2010.|Could you help me, please?|I'd rather stay at home.
He said: "Let's go!"|They're well-known actors.|I can't swim, but I can dance.|There are twenty-one students in the class.|The children's toys are everywhere.|Whose book is this?|Don't worry, be happy!
Mr. Smith won't be back until Monday.|I met her at the café.|The train leaves at 10:30.|She's a twenty-year-old student.|If I were you, I'd go.|You shouldn't have done that.|Who's coming to dinner?|Its colour is grey.
I've never eaten sushi.|We're going to the beach; they aren't.|Have you ever been to New York?|He works from 9 to 5.|That's why I'm late.|It costs $20.|went|doesn't|goes|the|is|has lived|used to|O.K.|ice cream|because|through`,
  es: `¿Cómo estás?|Tengo veinte años.|Él es mi hermano.|Me llamo Ana y soy de México.|¡Qué día tan bonito!|¿Dónde está la estación?|No sé qué decir.|Mañana iré al médico.|El niño pequeño está durmiendo.|Sí, claro.|¿Te gustaría un café?
Ella habló conmigo ayer.|Hace mucho frío aquí.|Los pingüinos viven en el sur.|Mi tía vive en España.|¿Cuántos años tienes?|Si llueve, no salimos.|Quiero más té, por favor.|Son las 10:30.|Dámelo ahora mismo.|Vivo en el tercer piso.|él|está|árbol|año|sí|habló|es|vergüenza`,
  fr: `L'été est chaud.|Où habites-tu ?|J'ai faim.|Je m'appelle Sophie.|Qu'est-ce que c'est ?|Il n'y a pas de lait.|Nous sommes allés à l'école.|Ça va bien, merci !|Elle est née à Noël.|Est-ce qu'il pleut aujourd'hui ?|Ma sœur a un gâteau.|Je voudrais un café, s'il vous plaît.
C'est déjà l'heure.|As-tu vu le garçon ?|Peut-être demain.|Il faut qu'on parte.|J'ai quatre-vingt-dix ans.|Vous êtes d'accord ?|Les œufs sont dans le réfrigérateur.|où|à|été|mangé|d'accord|l'eau|rendez-vous|aujourd'hui`,
  pt: `Como você está?|Eu não sei.|Minha avó mora em São Paulo.|Ele pôde vir ontem.|Obrigada pela ajuda!|Vou à praia amanhã.|Não, não é difícil.|Quantos anos você tem?|A reunião é às três horas.|Gosto muito de pão de queijo.|Chama-se João.|Estão com fome?
Há um gato no telhado.|Você já comeu?|A irmã dele é médica.|Guarda-chuva|avó|avô|é|pôde|você|segunda-feira|então`,
  de: `Die Straße ist lang.|Ich möchte Käse.|Wie heißt du?|Er fährt mit dem Zug.|Guten Morgen, Herr Müller!|schön|Haus|Äpfel`,
  it: `Come stai?|L'acqua è fredda.|Perché non vieni?|Dov'è la stazione?|è|città|po'`,
  tr: `İstanbul güzel.|Işık yok.|Yalnız değilim.|Günaydın!|sınıf|iyi`,
  ru: `Всё хорошо.|Мой брат ещё спит.|Как тебя зовут?|Спасибо!|чай`,
  el: `Καλημέρα!|Πώς σε λένε;|Ο δρόμος`, ar: `مَرْحَبًا|كيف حالك؟`, ja: `三時です。|ありがとうございます。|これは何ですか？`, zh: `谢谢。|你好吗？`, ko: `저는 학생입니다.|안녕하세요?`, hi: `मैं ठीक हूँ।|नमस्ते`, vi: `Tôi là sinh viên.|Cảm ơn!`, pl: `Dziękuję bardzo!|Gdzie jest łazienka?`, nl: `Zo'n mooie dag!|IJsland is koud.`,
}

/** Every sentence with its language. */
export const ALL_SENTENCES: readonly (readonly [language: string, sentence: string])[] =
  Object.entries(SENTENCES).flatMap(([language, text]) => text.split(/[|\n]/u).map((sentence): [string, string] => [language, sentence.trim()]))
