import type { Speech } from '../speech.ts';

/** Spanish. */
export const spanish: Speech = {
  language: 'es',
  share: 15,
  firstNames: [
    ['Lucía', 'lucia'],
    ['Mateo', 'mateo'],
    ['Alma', 'alma'],
    ['Bruno', 'bruno'],
    ['Noa', 'noa'],
    ['Iker', 'iker'],
    ['Renata', 'renata'],
    ['Gael', 'gael'],
  ],
  lastNames: ['Nubesol', 'Camporisa', 'Luzdemar', 'Piedraflor', 'Hojaverde', 'Cantalunas'],
  cities: [
    ['Valencia', 'Valencia'],
    ['Sevilla', 'Seville'],
    ['Rosario', 'Rosario'],
    ['Puebla', 'Puebla'],
    ['Bilbao', 'Bilbao'],
  ],
  things: ['la sudadera', 'el póster', 'el vinilo', 'la bolsa de tela'],
  days: ['el viernes', 'el sábado', 'la semana que viene', 'esta noche'],
  topics: [
    {
      exchanges: [
        ['Llevo todo el día con {song} en la cabeza.', '¡Misión cumplida! 🌙'],
        ['{song} me acompañó en un viaje larguísimo, gracias.', 'Qué bonito leerlo, gracias a ti.'],
        ['¿De qué habla de verdad {song}?', 'Habla de volver a casa, más o menos.'],
      ],
      more: ['Mi madre también la canta ya.', 'La segunda estrofa es mi favorita.'],
    },
    {
      exchanges: [
        [
          '¿Habrá concierto en {city} este año?',
          '{city} está en la lista para primavera, aquí lo sabrás primero.',
        ],
        ['El concierto fue increíble, todavía estoy sin voz.', '¡Gracias por venir! Qué público.'],
        ['¿Quedan entradas para {day}?', 'Quedan unas pocas, date prisa 🙂'],
      ],
      more: ['Iríamos cuatro.', 'Podemos esperar en la puerta si hace falta.'],
    },
    {
      exchanges: [
        ['Ya llegó {thing} y es preciosidad pura.', '¡Foto, por favor!'],
        ['Mi pedido no llega, ¿puedes mirar?', 'Pregunto hoy a la tienda y te digo.'],
        ['¿Volverá {thing} a la tienda?', 'Sí, vuelve {day}. Te guardo una.'],
      ],
      more: ['El pedido acaba en 112.', 'Lo pedí hace dos semanas.'],
    },
    {
      exchanges: [
        ['¿El taller es para principiantes?', 'Es para principiantes, sin nervios.'],
        [
          'Me apunté al taller de canciones, ¡qué nervios!',
          'Trae un boli y algo que te haya enfadado.',
        ],
        ['¿Subirás la grabación del taller?', 'La grabación sale la semana que viene.'],
      ],
      more: ['Nunca he escrito una canción.', 'Vivo lejos, me vendría bien verlo en casa.'],
    },
    {
      exchanges: [
        ['Mañana es mi cumpleaños y pondré tu disco.', '¡Feliz cumpleaños! 🎂'],
        [
          '¿Puedes felicitar a mi hermana? Cumple quince.',
          'Dile que muchas felicidades de mi parte.',
        ],
        ['¿Cómo está la gata?', 'La gata, bien y mandona.'],
      ],
      more: ['Se llama Pilu.', 'En casa somos todos fans.'],
    },
  ],
  thanks: ['¡Mil gracias!', 'Eres un sol ☀', 'Genial, gracias', '❤❤'],
  closing: ['¡Un abrazo!', 'Aquí estoy 🌙', '¡Hasta pronto!'],
};
