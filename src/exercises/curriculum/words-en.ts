// The English words that a learner is taken to know at each level, by which the validator finds words that come too early.
// Drawn up for this curriculum, from what the Common European Framework says a learner of each level does with the
// language (Companion Volume 2020: A1 the concrete and everyday, A2 routine and the past, B1 experience, plans and
// reasons). No published list was copied. Each word stands for its regular forms; irregular forms stand by themselves.
// Names and dishes of the exercises that no English dictionary knows stand in A1.

/** By level, the words that are new in it. */
export const wordsEn = {
  A1: `a an the and or but because if so than not no yes i me my you your he him his she her it its we us our they them their mine yours
this that these those here there where what when who how why which whose to of in on at by for from with without about after before
under over near behind between next opposite into up down out off up left right straight ahead far am is are was were be been do does did done have has had
can can't cannot could would will shall let let's don't doesn't didn't isn't aren't wasn't weren't won't couldn't haven't hasn't i'm i'd i'll i've you're
you'd you'll you've he's he'd he'll she's she'd she'll it's it'll we're we'd we'll we've they're they'd they'll they've that's there's where's what's who's
here's how's one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
fifty sixty seventy eighty ninety hundred thousand half quarter first second third last zero number o'clock hour minute time today tomorrow yesterday tonight
now then day night morning afternoon evening week weekend month year monday tuesday wednesday thursday friday saturday sunday january february march april may
june july august september october november december spring summer autumn winter date birthday christmas holiday always usually often sometimes never every
again also too very really only just more most much many lot some any all both other another same each early late soon ago ever
hello hi hey oh goodbye bye please thanks thank sorry excuse welcome ok okay well mr mrs ms name age old young new man men woman women boy girl child
children kid baby person people friend family mother father mum mom dad parent parents brother sister son daughter husband wife grandmother grandfather
grandma grandpa grandparents aunt uncle cousin neighbour neighbours neighbor boyfriend girlfriend teacher student doctor nurse engineer waiter waitress driver
police clerk guest tourist customer boss colleague company job work office factory farm worker secretary actor artist singer
house home flat apartment room bedroom bathroom kitchen toilet garden door window wall floor stairs bed chair table desk sofa lamp light key picture photo
thing bag suitcase box phone telephone mobile computer laptop internet email text message letter book newspaper magazine page paper pen pencil word
sentence question answer language english spanish french german italian portuguese chinese japanese american british mexican brazilian argentinian
country city town village street road square park beach sea river lake mountain mountains island place world school university class classroom lesson
homework exam hospital pharmacy bank shop store supermarket market restaurant café cafe bar hotel cinema theatre museum church library station stop
airport post stadium pool street map bus train plane car taxi bike bicycle boat ship metro motorbike ticket passport
food drink breakfast lunch dinner meal water milk juice coffee tea wine beer bread butter cheese egg eggs meat chicken fish rice pasta soup salad
vegetable fruit apple orange banana lemon potato tomato onion sandwich pizza burger cake ice cream chocolate sugar salt dessert menu bill glass cup bottle
plate knife fork spoon money price dollar dollars euro pound cent card credit
hat coat jacket shirt t-shirt trousers dress skirt shoe shoes clothes watch glasses umbrella
dog cat bird animal horse cow tree flower sun rain snow wind weather hot cold warm cool sunny rainy cloudy windy
head hair eye ear nose mouth face hand arm leg foot feet body red blue green yellow black white brown grey gray pink colour color
good bad great nice fine big small long short tall high low fast slow easy difficult hard cheap expensive free full empty open closed clean dirty quiet
noisy happy sad tired hungry thirsty ill sick angry busy ready beautiful pretty ugly interesting boring important different favourite favorite married single
rich poor safe strong fun funny friendly kind possible true wrong better best worse worst
go goes went gone come came get got take took give gave make made see saw look find found think thought know knew want need like love hate use
work live eat ate drink drank sleep slept wake buy bought sell sold pay paid cost read write wrote speak spoke talk say said tell told ask answer hear
heard listen watch play sing sang dance swim swam run ran walk drive drove ride travel visit stay leave start begin began finish end stop open close shut help meet
met call wait sit sat stand stood put bring brought carry wear wore wash cook study learn teach taught understand understood remember forget forgot
show turn send sent try try feel felt move become cut draw rain snow smoke spell live wish mean enjoy hope believe
music song guitar piano film movie television tv radio game sport football soccer tennis basketball baseball team ball party game match concert picture photo
story news idea problem example life part side front back middle top end piece kind way fact half hundred everything something nothing anything
everyone everybody someone somebody nobody anyone maybe of course together alone away inside outside upstairs downstairs yet still already home else
reservation receptionist reception minibar wifi taxi hotel single double kilometre kilometres metre centre center towel bath shower lift elevator sir madam
rule present past address surname famous quick quickly slowly carefully north south east west left-hand bookshop bakery baker friend's mother's
brother's aunt's jeans swimming dancing cooking running reading shopping cycling painting camera gift present toast jazz chess
trumpet zoo capital popular typical traditional modern perfect terrible fantastic wonderful delicious horrible o'clock midday midnight noon
brothers getting taking writing lost shh juan com daniela luiza pilar sofía ajiaco nut seafood bean beans corn grape grapes taco tacos steak salmon prawn prawns spider homework nurse's twin photo wedding`,
  A2: `able above across against along among around through during until since while as such enough quite rather almost nearly even perhaps probably
certainly however although though unless instead anyway especially exactly suddenly finally later latest abroad ago yourself myself himself herself itself
ourselves themselves each everywhere somewhere anywhere nowhere neither either none few fewer little less least several twice once whole own
must mustn't should shouldn't might needn't hadn't wouldn't we'd lend lent borrow borrowed spend spent lose lost break broke broken choose chose chosen
build built born grow grew grown fall fell fallen fly flew flown catch caught throw threw thrown win won keep kept hold held hide hit hurt
lie lay rise run steal stole stolen tear wear worn written spoken driven ridden seen taken given eaten drunk sung swum begun forgotten known shown
shake sang rang ring shine woken woke sleep feed led left let made become begin bitten blown drawn drew feel dream dreamt dreamed agree allow appear argue
arrange arrive asleep awake attend avoid bake book boil bore call camp cancel cancelled celebrate change charge chat check choose clear climb
collect compare complain complete connect continue copy correct count cover cross cry cried decide deliver describe discuss download dress earn enter
expect explain fail fill film fix follow fry guess happen hurry imagine include improve introduce invent invite join jump kill kiss knock land last laugh
lay lift lock look mend miss notice offer order pack paint park pass phone pick plan plant point post practise practice prefer prepare print promise
pull push reach receive recommend record relax rent repair repeat reply rest return save search seem serve share shout sign skate smell smile sound
spend stick store study surf taste test touch train translate try turn type upload vote warn waste wave wonder worry
accident advertisement advice air alarm ambulance apartment app application appointment area arrival article attention balcony band bakery barbecue
basket battery beginning bell belt bit blanket blood board bone bookshop boot border bottom bowl brain branch bridge building business businessman
businesswoman button cafeteria calendar camp candle career carpet cash castle century certificate chain championship channel character charity chat chef
chemist chin cloud cloudy club coach coast coin college comb comedy comic competition concert conversation cooker corner cotton couple course
crowd cup cupboard curry curtain customer customs dancer danger dark darkness dead deal death degree delay dentist department departure
design detail diary dictionary diet difference dish distance document dream drum dust earring earth education electricity elephant engine entrance
environment envelope equipment event exercise exhibition exit experience explanation factory fan farmer fashion fault festival field file finger fire
firefighter fog foreign forest form fridge frog fuel furniture future garage garlic gas gate glove goal goat grass ground group guide
guitarist gym handbag headache health heart heat heating helicopter hill history hobby holiday honey hospital housework hurry husband illness information
insect instructions instrument interest interview invitation jewellery job joke journalist journey jug juice keyboard king kitchen lab lamp land
law lawyer leaf leather level lie light line lip list litre loan look luck luggage machine mail make-up manager market matter mechanic medicine
meeting member memory mind mirror mistake model moment monster moon mosquito mouse neck necklace nephew niece neighbourhood noise nothing
notice novel object officer oil opera operation opinion opportunity option order owner pain pair palace parking passenger path patient
peace pepper perfume petrol photographer pilot pillow plan planet plastic platform player pleasure pocket poem poet police pop population prize
program programme project pupil purse queen queue race rain reason receipt recipe rest result ring rock roof rubbish runner salary sale sauce scarf
science scientist score screen seat secret service shelf shopping shoulder sight sign silver sink size skill skin sky
smoke snack soap social society sock soldier son-in-law sound soul space speed spring stage stamp star steak step stone
storm story stranger subject subway success suit sunglasses supper surprise sweater sweet teenager temperature tent term text thief throat
tie tights tip tooth teeth tour tower toy traffic trainer training transport trip trouble truck tube tv uniform unit university valley
van vegetarian video view visitor voice volleyball waiter wall wallet war wave website wedding wheel wife wine wing winner wood wool
work workshop yoga afraid allergic amazing angry annoyed attractive available awful bald blind blonde bored bright brilliant broken careful careless central
clear clever comfortable common confused correct crazy crowded curly daily dangerous dark dear deep delicious dry electric elegant excellent excited exciting
fair fat fit flat fresh frightened generous gentle glad gold grilled healthy heavy helpful horrible huge independent intelligent
interested jealous kind large lazy light lonely loud lovely lucky main mild missing modern narrow national natural nervous normal official
ordinary patient personal pleased polite possible private professional proud punctual quick real relaxed responsible rude round scared
serious shy silly similar simple slim smart soft spare special spicy strange sunny sure surprised talented thick thin tidy tiring
tired traditional unhappy unusual urgent useful usual warm weak wet wide wild wonderful wooden worried young cheerful
away back ahead afterwards recently lately straight forward aloud quietly loudly hard easily happily badly else anymore birth abroad online
landlord roommate client employee staff employer interviewer supplier invoice discount plumber electrician architect agent airline flight trainee biology
painter nineteen-ninety headphones adapter sightseeing sandal guidebook backpack hostel campsite sunscreen arrive get on off along after well-known
meet fun fear wish advise dialled dentist's flu fever cough medicine hairdresser laundry iron washing cleaner noise make bed towels
hotel conditioning swimming carpark non-smoking cereal boiled fried roast olive olives dressing wide portion starter avocado octopus ceviche
hate prefer rather quite quiet silence horror neighbours' sympathetic sensible bored boring tired married divorced engaged dead pregnant exam
indian canadian irish chilean colombian peruvian cuban spaniard european african asian scottish grandson granddaughter grandchild grandchildren
great-grandmother twin surname nickname childhood teenage adult elderly relative relatives wedding guest bride groom party get together
knee deer picnic plan shall meet cloud storm clouds sunshine snowy freezing centigrade mouse climb match final league stadium goal trumpet drummer chorus`,
  B1: `according accommodation account achieve act actually add admire admit adventure advertise affect afford aim alive altogether amount amusing analyse
ancient announce anxious apart apologise apologize apply appreciate approach approve argument arrange assist assistance assume assist at least attach attempt attitude
attract audience author average award aware background balance ban base basic battle bear beat behave behaviour belong belongs benefit besides blame block boil
bonus brand brave breath breathe brief broadcast budget burn bury campaign candidate cause challenge chance chart cheat choice claim clause client coach
collapse comment commitment communicate community compete complaint complex compromise concentrate concern conclusion condition confess confident
confirm conscious consequence consider consist consists constant consultant contact contain contract contribute control convenient convince convinced cope correspond council
courage cousin's create creative crew crime criticise criticize crop culture cure current currently custom cycle damage deadline debate debt decade
decision decline defeat defend degree demand demanding deny depend depends deposit deserve desire despite destroy determined develop development device
disappear disappoint disappointed disaster discover discovery disease disturb divide divided dishonest dismiss distant divorce doubt drop due duty economy
edge effect efficient effort elect embarrassed embarrassing emergency emotion employ employment encourage enemy engaged enormous ensure entertain entertaining
enthusiastic entire equal escape essential estimate eventually evidence evil exact examine except exchange excuse exist expand expenses experiment expert explode
explore export express extra extraordinary extremely facility facilities familiar fear feature figure figures financial firm focus fold force forecast forgive former
fortunately found freedom frequent frighten frustrated function fund further gain gather gender general generation gap global goods govern government gradually
graduate grateful ground growth guarantee guard guilty habit handle hang hardly harm hidden hesitate hire honest honesty host hug human humour hunger hurt
identity ignore illegal imagination immediate immediately import impress impressed impression impressive increase indeed indicate individual industry influence
inform injure injured injury innocent insist insisted insurance intend intended intention internal international internship interrupt invest investigate involve issue
item journalist judge keen knowledge lack landscape launch lead leader leadership leisure length likely limit link literature local locate location loose lower lowered
maintain majority manage mark master material mature maximum means measure media mention mental method minimum misunderstand misunderstood
mix mood motivate motivated murder mystery native nature necessary negative negotiate nevertheless nod notice obey obvious obviously occasion occupation
occur offend operate opponent oppose organise organize origin original otherwise ought outcome overcome overtime owe pace panic participate
particular partner part-time party patience pattern per percent percentage perform performance period permanent permission persuade philosophy plenty pleasant poison
policy position positive possess postpone postponed potential pour poverty power practical praise predict prescription presentation preservatives pressure
pretend prevent prevented previous pride principle prison process produce product profession profit progress proof proper properly propose protect protest prove
provide public publish punish purchase purpose qualification qualify quality quantity rare rarely rate react reaction realise realize reasonable receive
recognise recognize recover reduce refer reflect refund refuse regard region regret regular reject relate relation relationship relevant relief religion rely
remain remark remarkable remind remote remove replace report represent request require research reserve resign resist resolve respect respond
response responsibility retire retired reveal revise reward rid risk role root routine ruin sample satisfied satisfy scene schedule section secure
seek select senior sense sensitive separate series session settle severe shame shape shock shortage shoot signal silence sincere sincerely situation
skilled smooth solve solved solution sort source speech spirit spite split spoil spread staff standard standards state statement status steady strength stress stressful
strict structure struggle style substance succeed succeeded successful suffer suffering suggest suggestion suit suitable sum summary supply support suppose supposed surface surround
survey survive suspect swear switch sympathy system talent target task tax technique technology temporary tend theory threat threaten threatened total tough
trade tradition transfer treat treatment trend trial trust truth twist unemployed unemployment unexpected unfortunately union unique unknown upset
value vary various victim victory view violent virtual volunteer wage warning weakness weaknesses wealth weapon weigh weight whatever whenever whereas wherever whether whisper
whom willing wonder workload worth wound yell get used to look forward break down run out make up grow up bring put call turn deal belongings
trip terrace safe grilled charged asleep midnight mind text queue refund ceremony misunderstanding engaged bell trainee punctual`,
} as const;
