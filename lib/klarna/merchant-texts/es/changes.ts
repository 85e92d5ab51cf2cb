import type { Changes } from "../en/changes";

/** The changes in Spanish. */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "Hemos pedido a Klarna que cree una cuenta para usted.",
    "accounts.migrate": "Hemos pedido a Klarna que se haga cargo de su cuenta existente.",
    "accounts.update": "Hemos pedido a Klarna que modifique su cuenta.",
    "accountInformation.update": "Hemos pedido a Klarna que anote cuándo y dónde se abrió su cuenta.",
    "businessInformation.update": "Hemos pedido a Klarna que modifique los datos de su empresa.",
    "settlementInformation.update": "Hemos pedido a Klarna que modifique lo que tiene anotado sobre sus liquidaciones.",
    "bankAccounts.create": "Hemos pedido a Klarna que añada una cuenta bancaria a sus datos.",
    "bankAccounts.update": "Hemos pedido a Klarna que modifique una cuenta bancaria en sus datos.",
    "bankAccounts.delete": "Hemos pedido a Klarna que elimine una cuenta bancaria de sus datos.",
    "stakeholders.create": "Hemos pedido a Klarna que añada una persona a sus datos.",
    "stakeholders.update": "Hemos pedido a Klarna que modifique lo que tiene anotado sobre una persona de su empresa.",
    "stakeholders.delete": "Hemos pedido a Klarna que elimine una persona de sus datos.",
    "websites.update": "Hemos pedido a Klarna que modifique uno de sus sitios web.",
    "collections.update": "Hemos pedido a Klarna que modifique una de sus marcas.",
    "paymentProducts.update": "Hemos pedido a Klarna que modifique un producto de pago de su cuenta.",
    "paymentProducts.disable": "Hemos pedido a Klarna que desactive un producto de pago de su cuenta.",
    "paymentProducts.enable": "Hemos pedido a Klarna que active un producto de pago de su cuenta.",
    "paymentProducts.disableOnly": "Hemos pedido a Klarna que desactive el producto de pago de su cuenta.",
    "paymentProducts.enableOnly": "Hemos pedido a Klarna que active el producto de pago de su cuenta.",
    "paymentProgramEnablements.create": "Hemos pedido a Klarna que ofrezca a sus clientes una forma de pago más.",
    "paymentProgramEnablements.update": "Hemos pedido a Klarna que modifique una de las formas de pago de sus clientes.",
  },
  askedSomething: "Hemos enviado a Klarna una solicitud sobre su cuenta.",
  came: {
    "to-correct": {
      happened: "Klarna todavía no lo ha aceptado: antes hay que corregir algunos datos.",
      next: "Estamos viendo qué hay que corregir y es posible que tengamos una pregunta para usted.",
    },
    conflict: {
      happened: "Klarna no lo ha aceptado, porque no encaja con lo que Klarna ya tiene o estaba cambiando en ese momento.",
      next: "Comparamos la solicitud con lo que tiene Klarna antes de volver a intentarlo.",
    },
    "not-found": {
      happened: "Klarna ha respondido que no conoce aquello a lo que se refería la solicitud.",
      next: "Miramos qué tiene Klarna antes de volver a intentarlo.",
    },
    "not-allowed": { happened: "Klarna no lo permite en este momento.", next: "Podemos preguntar a Klarna qué hace falta para ello." },
    technical: {
      happened: "No se ha llevado a cabo, por un motivo técnico entre nosotros y Klarna. No tiene nada que ver con usted.",
      next: "La solicitud se podrá enviar de nuevo cuando esté resuelto.",
    },
    busy: {
      happened: "Klarna no pudo atenderlo en ese momento. No tiene nada que ver con usted.",
      next: "La solicitud se podrá enviar de nuevo un poco más tarde.",
    },
    refused: { happened: "Klarna no lo ha aceptado.", next: "Lo estamos revisando y podemos preguntar a Klarna el motivo." },
    "not-done": {
      happened: "Al principio no estaba claro qué había ocurrido con ello. Ahora sabemos que no se llevó a cabo.",
      next: "La solicitud se puede enviar de nuevo. Le rogamos que nos diga si todavía lo desea.",
    },
    unclear: {
      happened: "Klarna todavía no nos ha dicho con claridad si se ha llevado a cabo.",
      next: "Lo estamos averiguando y nos aseguramos de que no se lleve a cabo dos veces.",
    },
  },
  works: {
    details: {
      undone: "Con esto no se ha modificado nada. Los pagos y los reembolsos funcionan como antes.",
      unclear: "Se trata únicamente de sus datos. Los pagos y los reembolsos funcionan como antes.",
    },
    product: {
      undone: "Con esto no se ha modificado nada. Los pagos y los reembolsos funcionan como antes.",
      unclear:
        "Hasta que lo sepamos, no podemos decirle con certeza si las compras nuevas se pueden pagar de esa forma. Es posible que los reembolsos y otros pasos posteriores a compras anteriores sigan funcionando.",
    },
    opening: {
      undone: "Con esto no se ha creado ninguna cuenta. Los pagos con Klarna podrán empezar cuando esté creada.",
      unclear: "Hasta que lo sepamos, le rogamos que no cuente todavía con los pagos con Klarna.",
    },
    something: { undone: "Con esto no se ha modificado nada.", unclear: "Hasta que lo sepamos, no podemos decirle con certeza qué ha cambiado." },
  },
};
