import { useRouter } from "next/navigation";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";

import type { Draft } from "@/lib/desk/draft";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import type { OnboardingForm } from "./form";
import { titleOf } from "./use-saver";

/** Makes a draft of what stands in the form, where that of the form is gone, and goes on with it. */
export function useSaveAnew(form: UseFormReturn<OnboardingForm>, { environment, title }: Draft) {
  const router = useRouter();
  const [problem, setProblem] = useState<Problem>();

  async function saveAnew(): Promise<void> {
    const content = form.getValues();
    setProblem(undefined);
    try {
      const anew = await send<Draft>("/api/desk/drafts", { method: "POST", body: { environment, title: titleOf(content, title), content } });
      router.replace(routes.draft(environment, anew.id));
    } catch (error) {
      setProblem(ProblemError.of(error).problem);
    }
  }

  return { saveAnew, problem };
}
