// What Charla says to somebody who may be in danger, in Spanish: no voice but her plainest, and where help is.
import type { Entry, Facts } from './copy.ts';

const help = ({ helpLine, helpDirectory }: Facts): string => (helpLine === null ? `en ${helpDirectory} está la línea de ayuda de tu país` : `llama al *${helpLine}*`);

export const crisisEs = {
  'crisis.words': (facts) => {
    const where = help(facts);
    return facts.context.crisis === 'violence'
      ? `Lo que cuentas es serio y no es culpa tuya. Soy un programa y no puedo ayudarte como mereces, pero hay personas que sí: ${where}. Si corres peligro ahora, llama a emergencias.`
      : `Siento que lo estés pasando así, y gracias por contármelo. Soy un programa y no puedo ayudarte como mereces, pero hay personas que sí, ahora mismo: ${where}. Si corres peligro, llama a emergencias.`;
  },
  crisis: {
    ask: 'Aviso a una persona del equipo, que leerá lo que escribas aquí. La clase puede esperar.',
    buttons: { continue: { title: 'Seguir con Charla', also: ['seguir', 'continuar', 'volver'] } },
  },
} satisfies Readonly<Record<string, Entry>>;
