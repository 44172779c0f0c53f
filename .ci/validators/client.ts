// Uses what a generator makes of the OpenAPI document: it compiles only while the types are those that the API gives.
import type { components, operations, paths } from "./api";

type Query = NonNullable<paths["/api/v1/observations"]["get"]["parameters"]["query"]>;
type Observations = operations["getObservations"]["responses"][200]["content"]["application/json"];
type Mistake = operations["getObservations"]["responses"][400]["content"]["application/problem+json"];

export const query: Query = { metric: ["one-stop-consultations"], area: ["33"], fy: [2026], page_size: 100 };

export function sum(page: Observations): number {
  return page.observations.reduce((sum, observation) => sum + (observation.value ?? 0), 0);
}

export function ratio(indicator: components["schemas"]["Indicator"]): number | null {
  return indicator.cumulative;
}

export function reasons(mistake: Mistake): string[] {
  return mistake.errors.map((error) => `${error.parameter}: ${error.message}`);
}
