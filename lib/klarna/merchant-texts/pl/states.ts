import type { Reasons, States } from "../en/states";

/** The states in Polish. A comma follows the greeting: what begins the letter begins small, but for names and the polite address. */
export const states: States = {
  "account-set-up": {
    happened: "Klarna właśnie zakłada Państwa konto. Zwykle trwa to kilka sekund.",
    works: "Państwa klienci mogą już płacić włączonym produktem płatniczym Klarny. Zmiany na Państwa koncie muszą poczekać, aż zostanie ono założone.",
    next: "Nie muszą Państwo nic robić: Klarna sama dokończy sprawę.",
  },
  "account-update": {
    happened: "Klarna właśnie wprowadza zmianę na Państwa koncie. Zwykle trwa to kilka sekund.",
    works:
      "Płatności działają nadal z każdym włączonym produktem płatniczym Klarny. Dalsze zmiany na Państwa koncie muszą poczekać, aż ta zostanie zakończona.",
    next: "Nie muszą Państwo nic robić: Klarna sama dokończy sprawę.",
  },
  "account-in-work": {
    happened: "Klarna nadal pracuje nad Państwa kontem.",
    works: "Płatności działają nadal z każdym włączonym produktem płatniczym Klarny. Zmiany na Państwa koncie muszą poczekać, aż Klarna skończy.",
    next: "Nie muszą Państwo nic robić: Klarna sama dokończy sprawę.",
  },
  "account-operational": {
    happened: "Państwa konto w Klarnie jest założone i wszystko jest w porządku.",
    works: "Państwa klienci mogą płacić każdym włączonym produktem płatniczym Klarny, a Państwa dane można zmieniać.",
    next: "Nie muszą Państwo nic robić.",
  },
  "account-disabled": {
    happened: "Klarna wyłączyła Państwa konto.",
    works: "Państwa klienci nie mogą obecnie płacić przez Klarnę, a na koncie nie można niczego zmienić. Możliwe, że zwroty przez Klarnę również nie działają.",
    next: "Tylko Klarna może włączyć je ponownie. Możemy w Państwa imieniu zapytać Klarnę, co jest do tego potrzebne. To, co Klarna zdecyduje i kiedy, nie zależy od nas.",
  },
  "account-not-read": {
    happened: "nie mamy jeszcze od Klarny aktualnego stanu Państwa konta.",
    works: "Dlatego nie możemy jeszcze powiedzieć, co w tej chwili działa.",
    next: "Właśnie pobieramy go z Klarny. Prosimy o chwilę cierpliwości.",
  },
  "account-missing": {
    happened: "Klarna odpowiada nam, że obecnie nie zna Państwa konta.",
    works: "Dlatego nie widzimy, co działa, a na koncie nie można niczego zmienić, dopóki sprawa się nie wyjaśni.",
    next: "Możemy zapytać Klarnę, co stało się z kontem. Prosimy o informację, jeśli otrzymali Państwo od Klarny wiadomość w tej sprawie.",
  },
  "account-unknown": {
    happened: "Klarna pokazuje Państwa konto w stanie, którego jeszcze nie znamy.",
    works: "Dlatego nie możemy z pewnością powiedzieć, co w tej chwili działa.",
    next: "Możemy zapytać Klarnę, co on oznacza i kto może go zmienić.",
  },
  "product-enabled": {
    happened: "Państwa konto ma włączony produkt płatniczy Klarny.",
    works: "Państwa klienci mogą nim płacić. Zwroty i wszystko inne po zakupie również działają.",
    next: "Nie muszą Państwo nic robić.",
  },
  "product-off-by-us": {
    happened: "wyłączyliśmy produkt płatniczy Klarny na Państwa koncie. Zrobiono to po naszej stronie, a nie po stronie Klarny.",
    works:
      "Nowych zakupów nie można nim opłacić. Zwroty i inne czynności po wcześniejszych zakupach mogą nadal działać. Może minąć około 10 minut, zanim zmiana zacznie działać wszędzie.",
    next: "Można go ponownie włączyć po naszej stronie. Prosimy o odpowiedź, jeśli chcieliby Państwo o tym porozmawiać.",
  },
  "product-off-as-safeguard": {
    happened: "zapobiegawczo wyłączyliśmy produkt płatniczy Klarny na Państwa koncie. Zrobiono to po naszej stronie, a nie po stronie Klarny.",
    works:
      "Nowych zakupów nie można nim opłacić. Zwroty i inne czynności po wcześniejszych zakupach mogą nadal działać. Może minąć około 10 minut, zanim zmiana zacznie działać wszędzie.",
    next: "Można go ponownie włączyć po naszej stronie. Chcielibyśmy najpierw omówić to z Państwem: prosimy o odpowiedź.",
  },
  "product-off-by-klarna": {
    happened: "Klarna wyłączyła produkt płatniczy na Państwa koncie.",
    works:
      "Nowych zakupów nie można nim opłacić. Zwroty i inne czynności po wcześniejszych zakupach mogą nadal działać. Może minąć około 10 minut, zanim zmiana zacznie działać wszędzie.",
    next: "Tylko Klarna może włączyć go ponownie. Możemy w Państwa imieniu zapytać Klarnę, co jest do tego potrzebne. To, co Klarna zdecyduje i kiedy, nie zależy od nas.",
  },
  "product-off": {
    happened: "produkt płatniczy Klarny na Państwa koncie jest wyłączony. Nie wiemy jeszcze z pewnością, kto go wyłączył.",
    works:
      "Nowych zakupów nie można nim opłacić. Zwroty i inne czynności po wcześniejszych zakupach mogą nadal działać. Może minąć około 10 minut, zanim zmiana zacznie działać wszędzie.",
    next: "Najpierw ustalimy, kto to zrobił: od tego zależy, kto może go ponownie włączyć.",
  },
  "product-ended": {
    happened: "Klarna zakończyła działanie produktu płatniczego na Państwa koncie.",
    works: "Nowych zakupów nie można nim opłacić. Zwroty i inne czynności po wcześniejszych zakupach mogą nadal działać.",
    next: "Tylko Klarna może włączyć go ponownie i rzadko to robi. Możemy zapytać o to Klarnę w Państwa imieniu.",
  },
  "product-unknown": {
    happened: "Klarna pokazuje produkt płatniczy na Państwa koncie w stanie, którego jeszcze nie znamy.",
    works: "Dlatego nie możemy z pewnością powiedzieć, co w tej chwili z nim działa.",
    next: "Możemy zapytać Klarnę, co on oznacza i kto może go zmienić.",
  },
};

/** Klarna's reasons in Polish. */
export const reasons: Reasons = {
  requirements: "Klarna podaje jako powód, że coś, czego Klarna wymaga, nie jest obecnie spełnione.",
  business: "Klarna podaje jako powód, że nie oferuje swoich płatności dla tego rodzaju działalności albo oferuje je tylko pod pewnymi warunkami.",
  assessment: "Klarna zdecydowała o tym po własnej ocenie. Więcej może powiedzieć tylko Klarna.",
};
