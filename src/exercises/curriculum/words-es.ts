// The Spanish words that a learner is taken to know at each level, by which the validator finds words that come too early.
// Drawn up for this curriculum from what the Common European Framework says a learner of each level does with the
// language; no published list was copied. Words of Spain and of Latin America stand side by side.
// Each word stands for its regular forms; irregular forms stand by themselves.

/** By level, the words that are new in it. */
export const wordsEs = {
  A1: `a al de del el la los las lo un una unos unas y e o u pero porque si sí no con sin en por para desde hasta entre sobre que qué quién quiénes cuál cuáles
cómo cuándo dónde adónde cuánto cuánta cuántos cuántas yo tú usted él ella nosotros nosotras vosotros ustedes ellos ellas me te se nos os le les mí ti conmigo contigo
mi mis tu tus su sus nuestro nuestra mío este esta estos estas ese esa esos esas aquel aquella aquí allí ahí muy mucho mucha muchos muchas poco poca más menos
también tampoco bien mal ya todo toda todos todas otro otra algo nada nadie alguien ningún siempre nunca hoy ayer mañana ahora luego después antes pronto tarde
temprano día días noche tarde semana mes año años hora minuto lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
septiembre octubre noviembre diciembre primavera verano otoño invierno uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
diecisiete dieciocho diecinueve veinte veintiocho treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil primero primera segundo tercero medio media cuarto hola adiós gracias favor
perdón perdone disculpe señor señora señorita buenos buenas buen bueno gusto encantado ser soy eres es somos sois son era eran estar estoy estás está estamos están haber
hay tener tengo tienes tiene tenemos tienen hacer hago haces hace hacen ir voy vas va vamos van venir vengo vienes viene poder puedo puedes puede pueden querer quiero
quieres quiere quieren quisiera decir digo dices dice ver veo ves dar doy da saber sé sabes sabe conocer conozco llamar llamo hablar vivir trabajar estudiar aprender leer escribir
comer beber tomar desayunar almorzar cenar cocinar comprar pagar costar cuesta cuestan vender dormir duermo levantar acostar salir salgo llegar entrar abrir
cerrar empezar empieza terminar gustar encantar necesitar preferir prefiero prefiere ayudar esperar buscar escuchar mirar jugar juego bailar cantar nadar correr caminar pasear viajar visitar
llevar traer poner pongo preguntar contestar repetir entender entiendo creer pensar pienso pasar nombre apellido edad hombre mujer niño niña chico chica bebé gente persona
amigo amiga novio novia familia padre madre papá mamá padres hermano hermana hijo hija abuelo abuela abuelos tío tía primo prima esposo esposa marido sobrino nieto vecino
profesor profesora maestro estudiante médico médica doctor doctora enfermero enfermera abogado abogada ingeniero ingeniera camarero camarera mesero mesera cocinero secretario jefe jefa vendedor vendedora
escritor bombero policía casa apartamento piso habitación cuarto cocina baño sala puerta ventana cama mesa silla llave coche carro auto autobús tren metro avión taxi bicicleta barco
calle plaza ciudad pueblo país barrio parque playa mar río montaña campo escuela colegio universidad clase oficina hospital farmacia banco tienda supermercado mercado restaurante
cafetería café bar hotel cine teatro museo iglesia estación aeropuerto parada semáforo esquina derecha izquierda derecho recto lejos cerca enfrente lado delante detrás debajo
comida desayuno almuerzo cena agua leche jugo zumo té vino cerveza pan queso huevo carne pollo pescado arroz sopa ensalada verdura fruta manzana naranja plátano papa papas patata
tomate cebolla sal azúcar aceite postre helado flan chocolate torta pastel bocadillo sándwich taco tacos salsa plato vaso copa cuenta menú carta dinero precio tarjeta euro peso dólar
ropa camisa pantalón falda vestido zapato zapatos abrigo sombrero teléfono móvil celular computadora ordenador libro carta periódico revista lápiz papel foto película música canción guitarra piano
fútbol tenis partido equipo juego deporte fiesta cumpleaños regalo vacaciones viaje maleta boleto billete pasaporte trabajo tiempo frío fría calor sol lluvia nieve viento perro gato animal flor árbol
grande gran pequeño pequeña alto alta bajo baja largo corto nuevo nueva viejo joven jóvenes mayor menor bonito guapo feo bueno malo mejor peor fácil difícil barato caro cara rico rica pobre
feliz contento triste cansado cansada enfermo enferma aburrido aburrida abierto cerrado cerrada limpio sucio caliente blanco negro rojo roja azul verde amarillo gris marrón rosa simpático
simpática inteligente tímido tímida divertido alegre tranquilo moreno rubio casado casada soltero español española inglés inglesa francés mexicano mexicana colombiano argentino chileno peruano cubano americano
idioma lengua palabra pregunta respuesta problema idea cosa lugar parte mano cabeza ojo pelo pie cara importante interesante especial normal solo sola juntos claro bueno vale hambre sed sueño
color yoga latino latina garcía lucas valeria ganas gas concierto serie número lista punto mano`,
  A2: `cada varios varias ambos mismo misma demasiado demasiada bastante casi apenas todavía aún además entonces mientras aunque cuando donde como tan tanto tanta según contra durante hacia ante
algún alguno alguna ninguno ninguna nuestro suyo suya tuyo mía eso esto aquello anoche anteayer anterior próximo próxima pasado pasada hace fin final principio ser fui fuiste fue fuimos fueron estuve estuvo
estuvimos tuve tuviste tuvo tuvieron hice hiciste hizo hicieron vine vino vinieron pude pudo quise quiso dije dijo dijeron di dio vi vio puse puso supe supo traje trajo durmió pidió
sirvió murió leyó oyó era eras éramos iba iban íbamos veía había hubo habido he has ha hemos han dicho hecho visto puesto escrito escrita abierto vuelto roto muerto cubierto acordar acuerdo alquilar apagar
aparcar arreglar bañar cambiar cancelar casar cocinar compartir conducir conseguir construir contar cortar crecer crecer cruzar cuidar dejar deber descansar desear devolver doler duele
elegir encontrar encender enfadar enojar enseñar enviar estacionar explicar firmar ganar gastar girar gire guardar importar intentar invitar lavar limpiar llorar llover llueve llenar mandar manejar mejorar mostrar
mover mudar nacer ocurrir oír oigo olvidar organizar parar parecer perder pierdo pedir pido pides pide quedar quejar quitar recibir recomendar recomiendo recordar recuerdo regresar reír reservar saludar seguir sigo siga sigue sentir siento sentar
servir soler solía sonar sonreír subir sufrir sonó terminar tirar tocar toca tratar usar vestir volver vuelvo vuelve probar
accidente actividad actor adulto agencia alegría ambiente amistad andén anuncio ascensor asiento ayuda barba bolsa bolso bosque botella cambio camino camarones camarón cámara campo carrera casa caja
cita cliente clienta colega compañero compañera compañía consejo conferencia contrato copia correo corazón costumbre cuidado cultura curso departamento descuento director directora documento dolor edificio ejemplo ejercicio
empleado empleada empleo empresa enfermedad entrada entrevista error equipaje espejo examen excursión éxito factura falta fecha fiebre fila fondo futuro garganta gobierno grupo guía historia horario humano humanos
información informe invitado invitada isla jardín jubilado lana lápiz lata ley libre llamada lugar luz manera mapa máquina marca mensaje mentira miedo mitad moda moneda momento mundo nota noticia novela nube
objeto opinión ordenador paciente página pantalla pasillo pasajero pareja paz periodista permiso peligro picante pierna pintura plan planta playa plaza porción premio presupuesto programa prueba puente puesto razón
receta recepción recepcionista recuerdo recursos red reloj reserva reservación retraso reunión revista ruido salud salario sangre semáforo servicio siglo silla sitio sonido sueño sueldo suelo suerte talla tamaño tarea
tema temperatura temporada tienda tormenta tráfico traje tranquilidad turista uniforme uva vaso vecina verdad vida visita voz vuelo zona archivo proyecto autor autora bolígrafo boda cartera cuero chiste equipo estudio
aburrido agradable alérgico alérgica amable antiguo antigua asado ancho cómodo cómoda común conocido contento delgado dulce duro educado emocionado enojado estrecho estupendo famoso fresco fresca
fuerte gordo gratis guapo helado herido horrible igual imposible increíble lento libre listo lista lleno llena loco maleducado maravilloso moderno necesario nervioso nerviosa ocupado ocupada oscuro peligroso
perfecto posible preocupado privado propio puntual raro redondo rápido responsable ruidoso seco seguro serio similar tranquila típico último última urgente útil vacío desastre
afuera fuera dentro adentro arriba abajo adelante alrededor igualmente normalmente generalmente rápidamente despacio recién quizá quizás tal vez ojalá embargo estimado estimada saludo saludos atentamente`,
  B1: `aconsejar admitir afectar agradecer ahorrar alcanzar anunciar aparecer aparezca apoyar aprobar aprovechar asegurar asistir atender atraer aumentar avisar brindar buscar calmar castigar causar celebrar comparar competir comprobar
concentrar confiar confirmar considerar contener convencer convertir crear criar cumplir darse decidir defender demostrar depender desaparecer descubrir despedir destruir detener disculpar discutir disfrutar dudar durar
echar emplear enamorar entregar equivocar escoger esforzar establecer evitar exigir existir expresar extrañar faltar fijar fingir formar funcionar hundir imaginar impedir incluir indicar influir informar insistir
intercambiar investigar juntar jurar lanzar lanzamiento lograr luchar llamar llevarse madrugar mantener medir mentir merecer mezclar molestar negar negociar obedecer obligar obtener ofrecer opinar oponer parecerse participar permitir
pertenecer preocupar preocupe producir prohibir prometer proponer propone proponga proteger protestar provocar quemar realizar rechazar reclamar reconocer reducir referir reflejar regalar relacionar repartir resolver respetar responder revisar revise robar
romper señalar significar soñar soportar suceder sugerir suponer sustituir temer tender traducir tropezar unir valer vencer vigilar
haya hayas hayan sea seas sean esté estés estén tenga tengas tengan haga hagas hagan vaya vayas vayan venga vengas vengan pueda puedas puedan quiera quieras quieran diga digas digan dígale sepa dé traiga salga ponga vea oiga llegue lleguen termine
fuera fueras fueran tuviera tuvieras hiciera pudiera quisiera viniera estuviera supiera dijera habría habrías sería serías tendría tendrías haría podría podrías diría iría vendría debería tendré tendrá haré hará podré podrá
iré irá vendré saldré habrá sabré diré pondré
acontecimiento actitud acuerdo adelanto ambición amenaza ámbito aprendizaje argumento asunto ausencia avance avería ayuntamiento beca beneficio calidad cambio campaña cantidad capacidad cargo carácter ciudadano
compromiso conocimiento consecuencia consejo consumo creencia crisis cuestión daño dato decisión desarrollo desempleo deuda desventaja dirección disculpa discusión duda economía educación efecto encuentro
enseñanza entrega esfuerzo espacio esperanza estado estrés estudio experiencia fracaso fuente gasto gestión habilidad hecho huelga ingreso intención interés justicia justificación juicio ley libertad límite logro
medio memoria mente mercado meta nivel obra ocasión ocio pago paro paisaje papel pérdida personaje personalidad plazo población pobreza poder político presión propuesta público queja reto recurso
relación requisito respeto responsabilidad resultado riesgo rutina sabor seguridad sentido sentimiento sociedad solicitud solución subida técnica tendencia título trato triunfo valor ventaja vergüenza violencia voluntad
adecuado amplio ansioso breve capaz cercano complejo conveniente cotidiano débil dispuesto eficaz eficiente escaso estresado exigente falso flexible grave honesto injusto justo leal maduro orgulloso
perezoso práctico previo profundo reciente sano satisfecho sensible sincero único valiente
anteriormente actualmente aparentemente apenas efectivamente finalmente inmediatamente mediante pese recientemente sino siquiera`,
} as const;
