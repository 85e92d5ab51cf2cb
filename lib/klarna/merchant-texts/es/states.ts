import type { Reasons, States } from "../en/states";

/** The states in Spanish. */
export const states: States = {
  "account-set-up": {
    happened: "Klarna está creando su cuenta. Normalmente tarda unos segundos.",
    works:
      "Sus clientes ya pueden pagar con un producto de pago de Klarna que esté activado. Los cambios en su cuenta tienen que esperar hasta que esté creada.",
    next: "No tiene que hacer nada: Klarna lo termina por su parte.",
  },
  "account-update": {
    happened: "Klarna está incorporando un cambio en su cuenta. Normalmente tarda unos segundos.",
    works:
      "Los pagos siguen funcionando con cada producto de pago de Klarna que esté activado. Los demás cambios en su cuenta tienen que esperar hasta que este haya terminado.",
    next: "No tiene que hacer nada: Klarna lo termina por su parte.",
  },
  "account-in-work": {
    happened: "Klarna todavía está trabajando en su cuenta.",
    works:
      "Los pagos siguen funcionando con cada producto de pago de Klarna que esté activado. Los cambios en su cuenta tienen que esperar hasta que Klarna haya terminado.",
    next: "No tiene que hacer nada: Klarna lo termina por su parte.",
  },
  "account-operational": {
    happened: "Su cuenta en Klarna está creada y en orden.",
    works: "Sus clientes pueden pagar con cada producto de pago de Klarna que esté activado, y sus datos se pueden modificar.",
    next: "No tiene que hacer nada.",
  },
  "account-disabled": {
    happened: "Klarna ha desactivado su cuenta.",
    works:
      "Sus clientes no pueden pagar con Klarna en este momento y no se puede modificar nada de la cuenta. Es posible que los reembolsos a través de Klarna tampoco funcionen.",
    next: "Solo Klarna puede volver a activarla. Podemos preguntar a Klarna en su nombre qué hace falta para ello. Lo que Klarna decida, y cuándo, no depende de nosotros.",
  },
  "account-not-read": {
    happened: "Todavía no tenemos de Klarna el estado actual de su cuenta.",
    works: "Por eso aún no podemos decirle qué funciona en este momento.",
    next: "Lo estamos solicitando a Klarna. Le rogamos que espere un momento.",
  },
  "account-missing": {
    happened: "Klarna nos responde que en este momento no conoce su cuenta.",
    works: "Por eso no podemos ver qué funciona, y no se puede modificar nada de la cuenta hasta que esto se aclare.",
    next: "Podemos preguntar a Klarna qué ha pasado con la cuenta. Le rogamos que nos diga si ha recibido noticias de Klarna al respecto.",
  },
  "account-unknown": {
    happened: "Klarna muestra su cuenta en un estado que todavía no conocemos.",
    works: "Por eso no podemos decirle con certeza qué funciona en este momento.",
    next: "Podemos preguntar a Klarna qué significa y quién puede cambiarlo.",
  },
  "product-enabled": {
    happened: "Su cuenta tiene un producto de pago de Klarna que está activado.",
    works: "Sus clientes pueden pagar con él. Los reembolsos y todo lo demás posterior a una compra también funcionan.",
    next: "No tiene que hacer nada.",
  },
  "product-off-by-us": {
    happened: "Hemos desactivado un producto de pago de Klarna de su cuenta. Se ha hecho por nuestra parte, no por parte de Klarna.",
    works:
      "Las compras nuevas no se pueden pagar con él. Es posible que los reembolsos y otros pasos posteriores a compras anteriores sigan funcionando. El cambio puede tardar unos 10 minutos en notarse en todas partes.",
    next: "Por nuestra parte se puede volver a activar. Le rogamos que nos responda si desea hablar de ello.",
  },
  "product-off-as-safeguard": {
    happened: "Hemos desactivado por precaución un producto de pago de Klarna de su cuenta. Se ha hecho por nuestra parte, no por parte de Klarna.",
    works:
      "Las compras nuevas no se pueden pagar con él. Es posible que los reembolsos y otros pasos posteriores a compras anteriores sigan funcionando. El cambio puede tardar unos 10 minutos en notarse en todas partes.",
    next: "Por nuestra parte se puede volver a activar. Antes nos gustaría repasarlo con usted: le rogamos que nos responda.",
  },
  "product-off-by-klarna": {
    happened: "Klarna ha desactivado un producto de pago de su cuenta.",
    works:
      "Las compras nuevas no se pueden pagar con él. Es posible que los reembolsos y otros pasos posteriores a compras anteriores sigan funcionando. El cambio puede tardar unos 10 minutos en notarse en todas partes.",
    next: "Solo Klarna puede volver a activarlo. Podemos preguntar a Klarna en su nombre qué hace falta para ello. Lo que Klarna decida, y cuándo, no depende de nosotros.",
  },
  "product-off": {
    happened: "Un producto de pago de Klarna de su cuenta está desactivado. Todavía no sabemos con certeza quién lo ha desactivado.",
    works:
      "Las compras nuevas no se pueden pagar con él. Es posible que los reembolsos y otros pasos posteriores a compras anteriores sigan funcionando. El cambio puede tardar unos 10 minutos en notarse en todas partes.",
    next: "Primero averiguaremos quién lo hizo: de eso depende quién puede volver a activarlo.",
  },
  "product-ended": {
    happened: "Klarna ha puesto fin a un producto de pago de su cuenta.",
    works: "Las compras nuevas no se pueden pagar con él. Es posible que los reembolsos y otros pasos posteriores a compras anteriores sigan funcionando.",
    next: "Solo Klarna puede volver a activarlo, y pocas veces lo hace. Podemos preguntar a Klarna al respecto en su nombre.",
  },
  "product-unknown": {
    happened: "Klarna muestra un producto de pago de su cuenta en un estado que todavía no conocemos.",
    works: "Por eso no podemos decirle con certeza qué funciona con él en este momento.",
    next: "Podemos preguntar a Klarna qué significa y quién puede cambiarlo.",
  },
};

/** Klarna's reasons in Spanish. */
export const reasons: Reasons = {
  requirements: "El motivo que indica Klarna es que en este momento no se cumple algo que Klarna exige.",
  business: "El motivo que indica Klarna es que no ofrece sus pagos a este tipo de negocio, o solo bajo ciertas condiciones.",
  assessment: "Klarna lo ha decidido tras una evaluación propia. Dar más explicaciones le corresponde a Klarna.",
};
